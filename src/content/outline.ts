import { createAnchorMaker } from './anchor-maker.ts';
import { dedentedSource } from './dedented-source.ts';
import { inlineText } from './inline-text.ts';
import { identifierOf, type PageDefinitions } from './page-definitions.ts';
import { type NodeId, rootNode, type SyntaxTree } from './syntax-tree.ts';

/** A heading of a page, wherever it stands (in a block quote or a list item, too). */
export interface PageHeading {
  readonly text: string;
  /** The heading's id as GitHub makes it, unique on the page. */
  readonly anchor: string;
  /** 1 to 6. */
  readonly level: number;
}

/** A heading of the top level with all that stands below it, sub-sections included. Lines are the file's. */
export interface PageSection extends PageHeading {
  readonly startLine: number;
  readonly endLine: number;
  /** The piece of the body, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The section's headings among the page's: from its own one to before the next section's. */
  readonly headingStart: number;
  readonly headingEnd: number;
  /** Texts of the headings above it, the highest first. */
  readonly parents: readonly string[];
  /** The same with the section's own: what stands above everything in it. */
  readonly trail: readonly string[];
}

export interface Outline {
  readonly headings: readonly PageHeading[];
  readonly sections: readonly PageSection[];
  readonly definitions: PageDefinitions;
}

/** Headings and sections of a parsed body. */
export function outlineOf(tree: SyntaxTree, body: string, bodyLine: number): Outline {
  const anchorOf = createAnchorMaker();
  const headings: PageHeading[] = [];
  const links = new Map<string, string>();
  const footnotes = new Map<string, string>();
  const starts: SectionStart[] = [];
  let blockIndex = -1;

  for (const node of tree.nodesOf('heading')) {
    if (tree.parentOf(node) === rootNode) {
      do blockIndex++;
      while (tree.childOf(rootNode, blockIndex) !== node);
      starts.push({ blockIndex, headingIndex: headings.length });
    }
    const text = inlineText(tree, node);
    headings.push(Object.freeze({ text, anchor: anchorOf(text), level: tree.levelOf(node) }));
  }
  for (const node of tree.nodesOf('definition')) keepDefinition(tree, node, body, links);
  for (const node of tree.nodesOf('footnoteDefinition')) keepDefinition(tree, node, body, footnotes);

  return {
    headings: Object.freeze(headings),
    sections: Object.freeze(sectionsOf(tree, bodyLine, headings, starts)),
    definitions: Object.freeze({ links, footnotes }),
  };
}

interface SectionStart {
  readonly blockIndex: number;
  readonly headingIndex: number;
}

/** The first definition of a label holds (CommonMark 0.31.2, section 4.7). */
function keepDefinition(tree: SyntaxTree, node: NodeId, body: string, kept: Map<string, string>): void {
  const identifier = identifierOf(tree.identifierOf(node));
  if (!kept.has(identifier)) kept.set(identifier, dedentedSource(body, tree.startOf(node), tree.endOf(node)));
}

function sectionsOf(
  tree: SyntaxTree,
  bodyLine: number,
  headings: readonly PageHeading[],
  starts: readonly SectionStart[],
): PageSection[] {
  const blockCount = tree.childCountOf(rootNode);
  const ends = sectionEndsOf({ blockIndex: blockCount, headingIndex: headings.length }, headings, starts);
  const sections: PageSection[] = [];
  const open: PageHeading[] = [];
  for (const [index, { blockIndex, headingIndex }] of starts.entries()) {
    const heading = headings[headingIndex];
    if (heading === undefined) continue;
    const first = tree.childOf(rootNode, blockIndex);
    const last = lastOfSection(tree, blockIndex, ends[index]?.blockIndex ?? blockIndex + 1);

    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parents = Object.freeze(open.map((parent) => parent.text));
    open.push(heading);

    const section: PageSection = {
      text: heading.text,
      anchor: heading.anchor,
      level: heading.level,
      startLine: tree.startLineOf(first) + bodyLine - 1,
      endLine: tree.endLineOf(last) + bodyLine - 1,
      start: tree.startOf(first),
      end: tree.endOf(last),
      headingStart: headingIndex,
      headingEnd: ends[index]?.headingIndex ?? headingIndex + 1,
      parents,
      trail: Object.freeze([...parents, heading.text]),
    };
    sections.push(Object.freeze(section));
  }
  return sections;
}

/** A rule that ends a section divides it from the next one, and is part of neither. */
function lastOfSection(tree: SyntaxTree, firstBlock: number, endBlock: number): NodeId {
  let end = endBlock - 1;
  while (end > firstBlock && tree.typeOf(tree.childOf(rootNode, end)) === 'thematicBreak') end--;
  return tree.childOf(rootNode, end);
}

/** For each section the next one that is not below it: the first block and heading that are no longer its own. */
function sectionEndsOf(
  end: SectionStart,
  headings: readonly PageHeading[],
  starts: readonly SectionStart[],
): SectionStart[] {
  const ends = starts.map(() => end);
  const open: number[] = [];
  const levelOf = (index: number): number => headings[starts[index]?.headingIndex ?? -1]?.level ?? 0;
  starts.forEach((start, index) => {
    for (let last = open.at(-1); last !== undefined && levelOf(last) >= levelOf(index); last = open.at(-1)) {
      ends[last] = start;
      open.pop();
    }
    open.push(index);
  });
  return ends;
}

const none: readonly string[] = Object.freeze([]);

/** Texts of the headings above a line of the file, the highest first; a section's heading is not above itself. */
export function headingsAbove(sections: readonly PageSection[], line: number): readonly string[] {
  const section = sectionAt(sections, line);
  if (section === undefined) return none;
  return line === section.startLine ? section.parents : section.trail;
}

/** The innermost section that a line of the file stands in. */
function sectionAt(sections: readonly PageSection[], line: number): PageSection | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.startLine ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
