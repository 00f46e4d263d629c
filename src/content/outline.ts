import GithubSlugger from 'github-slugger';
import type { Definition, FootnoteDefinition, Heading, Nodes, Root, RootContent } from 'mdast';
import { dedentedSource, inlineText, isParent, spanOf } from './mdast-node.ts';
import { identifierOf, type PageDefinitions } from './page-definitions.ts';

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
export function outlineOf(root: Root, body: string, bodyLine: number): Outline {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  const links = new Map<string, string>();
  const footnotes = new Map<string, string>();
  const starts: SectionStart[] = [];

  function visit(node: Nodes): void {
    if (node.type === 'heading') headings.push(headingOf(node, slugger));
    else if (node.type === 'definition') keepDefinition(node, body, links);
    else if (node.type === 'footnoteDefinition') keepDefinition(node, body, footnotes);
    if (isParent(node)) node.children.forEach(visit);
  }
  root.children.forEach((block, blockIndex) => {
    if (block.type === 'heading') starts.push({ blockIndex, headingIndex: headings.length });
    visit(block);
  });

  return {
    headings: Object.freeze(headings),
    sections: Object.freeze(sectionsOf(root, bodyLine, headings, starts)),
    definitions: Object.freeze({ links, footnotes }),
  };
}

interface SectionStart {
  readonly blockIndex: number;
  readonly headingIndex: number;
}

function headingOf(node: Heading, slugger: GithubSlugger): PageHeading {
  const text = inlineText(node);
  return Object.freeze({ text, anchor: slugger.slug(text.normalize('NFC')), level: node.depth });
}

/** The first definition of a label holds (CommonMark 0.31.2, section 4.7). */
function keepDefinition(node: Definition | FootnoteDefinition, body: string, kept: Map<string, string>): void {
  const identifier = identifierOf(node.identifier);
  if (!kept.has(identifier)) kept.set(identifier, dedentedSource(body, node, node));
}

function sectionsOf(
  root: Root,
  bodyLine: number,
  headings: readonly PageHeading[],
  starts: readonly SectionStart[],
): PageSection[] {
  const ends = sectionEndsOf(root, headings, starts);
  const open: PageHeading[] = [];
  return starts.flatMap(({ blockIndex, headingIndex }, index) => {
    const heading = headings[headingIndex];
    const first = root.children[blockIndex];
    const last = lastOfSection(root, blockIndex, ends[index]?.blockIndex ?? blockIndex + 1);
    if (heading === undefined || first === undefined || last === undefined) return [];

    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parents = Object.freeze(open.map((parent) => parent.text));
    open.push(heading);

    const section: PageSection = {
      ...heading,
      startLine: spanOf(first).startLine + bodyLine - 1,
      endLine: spanOf(last).endLine + bodyLine - 1,
      start: spanOf(first).start,
      end: spanOf(last).end,
      headingStart: headingIndex,
      headingEnd: ends[index]?.headingIndex ?? headingIndex + 1,
      parents,
      trail: Object.freeze([...parents, heading.text]),
    };
    return [Object.freeze(section)];
  });
}

/** A rule that ends a section divides it from the next one, and is part of neither. */
function lastOfSection(root: Root, firstBlock: number, endBlock: number): RootContent | undefined {
  let end = endBlock - 1;
  while (end > firstBlock && root.children[end]?.type === 'thematicBreak') end--;
  return root.children[end];
}

/** For each section the next one that is not below it: the first block and heading that are no longer its own. */
function sectionEndsOf(root: Root, headings: readonly PageHeading[], starts: readonly SectionStart[]): SectionStart[] {
  const ends: SectionStart[] = starts.map(() => ({ blockIndex: root.children.length, headingIndex: headings.length }));
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
