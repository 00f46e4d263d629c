import type { List, ListItem, Root } from 'mdast';
import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import type { Document, ParsedDocument } from '../document.ts';
import { inlineText, spanOf } from '../mdast-node.ts';
import type { PageSection } from '../outline.ts';
import type { ExtractionRule, RuleBook } from '../rules.ts';

export interface RuleItem {
  readonly rule: ExtractionRule;
  readonly item: ListItem;
}

/**
 * The items of the first list that stands directly below a heading which a rule names: before the next heading of any
 * level, because a list below a further heading ("How to join") is about something else, as is one after further text
 * ("More information:"). A heading without a list is reported, and so is a list that is passed over.
 */
export function findRuleItems(
  { document, tree }: ParsedDocument,
  rules: RuleBook,
  report: (diagnostic: Diagnostic) => void,
): readonly RuleItem[] {
  if (!rules.knows(document.language)) return [];
  const found: RuleItem[] = [];
  let sectionIndex = -1;
  tree.children.forEach((block, index) => {
    if (block.type !== 'heading') return;
    const section = document.outline.sections[++sectionIndex];
    const rule = section === undefined ? null : rules.find(section.text, document.slug, document.language);
    if (section === undefined || rule === null) return;

    const { first, further } = listsBelow(tree, index);
    if (first.length === 0) report(foundNothing(document.path, rule, section));
    for (const list of first) for (const item of list.children) found.push({ rule, item });
    for (const list of further) report(passedOver(document, rule, list));
  });
  return found;
}

/** The lists up to the next heading: the first ones, with nothing between them, and those after further text. */
function listsBelow({ children }: Root, headingIndex: number): { first: readonly List[]; further: readonly List[] } {
  const first: List[] = [];
  const further: List[] = [];
  let isOver = false;
  for (let index = headingIndex + 1; index < children.length; index++) {
    const block = children[index];
    if (block === undefined || block.type === 'heading') break;
    if (block.type === 'list') (isOver ? further : first).push(block);
    else isOver = first.length > 0;
  }
  return { first, further };
}

function passedOver(document: Document, rule: ExtractionRule, list: List): Diagnostic {
  const span = spanOf(list);
  return createDiagnostic({
    code: 'rule-skipped-item',
    path: document.path,
    message: `rule "${rule.name}" expected one list below its heading, but found a further one, which is left out`,
    hint: 'Join the lists, or give the further one a heading of its own.',
    at: { line: span.startLine + document.bodyLine - 1, column: span.startColumn },
  });
}

function foundNothing(path: string, rule: ExtractionRule, section: PageSection): Diagnostic {
  return createDiagnostic({
    code: 'rule-found-nothing',
    path,
    message: `rule "${rule.name}" expected a list below the heading "${[...section.parents, section.text].join(' > ')}", but found none`,
    hint: 'Write one list item for each, directly below the heading, or reword the heading.',
    at: { line: section.startLine, column: 1 },
  });
}

const shapes = {
  'linked-item': 'a list item led by a link to a web site',
  item: 'a list item with text',
  'sub-heading': 'a sub-heading',
  'table-row': 'a row of a table with a name',
} satisfies Record<ExtractionRule['item'], string>;

export function skippedItem(document: Document, { rule, item }: RuleItem): Diagnostic {
  const span = spanOf(item);
  return createDiagnostic({
    code: 'rule-skipped-item',
    path: document.path,
    message: `rule "${rule.name}" expected ${shapes[rule.item]}, but found another list item`,
    hint: 'Write it like the items beside it, or move it out of the list.',
    at: { line: span.startLine + document.bodyLine - 1, column: span.startColumn },
  });
}

/** An item's paragraphs, without lists nested in it. */
export function ownText(item: ListItem): string {
  return item.children
    .filter((block) => block.type === 'paragraph')
    .map(inlineText)
    .join(' ');
}
