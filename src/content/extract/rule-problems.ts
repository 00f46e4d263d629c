import { createDiagnostic, type Diagnostic, type Place } from '../diagnostic.ts';
import type { Document } from '../document.ts';
import { primaryLanguage } from '../language-tag.ts';
import type { ExtractionRule, ItemShape } from '../rules.ts';
import type { NodeId } from '../syntax-tree.ts';
import type { RuleHeading, RuleItem, RulePlace } from './rule-item.ts';

/** The words of messages about a shape. */
interface ShapeWords {
  /** What has to stand below the heading. */
  readonly below: string;
  readonly write: string;
  readonly item: string;
  /** What a skipped item is instead. */
  readonly other: string;
  readonly mend: string;
}

const listWords = {
  below: 'a list',
  write: 'Write one list item for each, directly below the heading, or reword the heading.',
  other: 'another list item',
  mend: 'Write it like the items beside it, or move it out of the list.',
};

const shapes = {
  'linked-item': { ...listWords, item: 'a list item led by a link to a web site' },
  item: { ...listWords, item: 'a list item with text' },
  'sub-heading': {
    below: 'sub-headings',
    write: 'Write one sub-heading for each below the heading, or reword the heading.',
    item: 'a sub-heading with text',
    other: 'one without',
    mend: 'Write the name into the sub-heading, or delete it.',
  },
  'table-row': {
    below: 'a table with rows',
    write: 'Write one row of a table for each, directly below the heading, or reword the heading.',
    item: 'a row with text in its first cell',
    other: 'a row without',
    mend: 'Write the name into the first cell, or delete the row.',
  },
} satisfies Record<ItemShape, ShapeWords>;

/** Headings that a message names at the most. */
const namedHeadings = 8;

export function foundNothing(place: RulePlace): Diagnostic {
  const { document, rule } = place;
  const { below, write } = shapes[rule.item];
  return createDiagnostic({
    code: 'rule-found-nothing',
    path: document.path,
    message: `rule "${rule.name}" expected ${below} below the heading "${trailOf(place)}", but found none`,
    hint: write,
    at: placeOf(place),
  });
}

/** For a rule that names the page and none of its headings. */
export function foundNoHeading(
  { path, language }: Document,
  rule: ExtractionRule,
  headings: readonly RuleHeading[],
): Diagnostic {
  const phrase = rule.headings[primaryLanguage(language)]?.[0] ?? '';
  const seen = headings.map(({ section, rule: other }) =>
    other === null ? `"${section.text}"` : `"${section.text}" (of rule "${other.name}")`,
  );
  return createDiagnostic({
    code: 'rule-found-nothing',
    path,
    message: `rule "${rule.name}" expected one of its headings in ${path}, but found ${seen.length === 0 ? 'none at all' : `only ${listed(seen)}`}`,
    hint: `Write a heading such as "${phrase}", or change "pages" or "headings" of the rule.`,
  });
}

interface Count {
  readonly expected: number;
  readonly found: number;
  /** All headings of the document that the rule names. */
  readonly places: readonly RulePlace[];
}

export function countDiffers(first: RulePlace, { expected, found, places }: Count): Diagnostic {
  const { document, rule } = first;
  const items = expected === 1 ? 'item' : 'items';
  const headings = listed(places.map((place) => `"${trailOf(place)}"`));
  return createDiagnostic({
    code: 'rule-count',
    path: document.path,
    message: `rule "${rule.name}" expected ${expected} ${items} on this page, but found ${found} below ${headings}`,
    hint: 'Add or delete items, or change "expected" of the rule.',
    at: placeOf(first),
  });
}

export function passedOver({ document, tree, rule }: RulePlace, block: NodeId): Diagnostic {
  const kind = tree.typeOf(block) === 'table' ? 'table' : 'list';
  return createDiagnostic({
    code: 'rule-skipped-item',
    path: document.path,
    message: `rule "${rule.name}" expected one ${kind} below its heading, but found a further one, which is left out`,
    hint: `Join the ${kind}s, or give the further one a heading of its own.`,
    at: { line: tree.startLineOf(block) + document.bodyLine - 1, column: tree.startColumnOf(block) },
  });
}

export function skippedItem({ rule, shape, source, column }: RuleItem): Diagnostic {
  const { item, other, mend } = shapes[shape];
  return createDiagnostic({
    code: 'rule-skipped-item',
    path: source.path,
    message: `rule "${rule.name}" expected ${item}, but found ${other}`,
    hint: mend,
    at: { line: source.startLine, column },
  });
}

const trailOf = ({ headings, index }: RulePlace): string => headings[index]?.section.trail.join(' > ') ?? '';

const placeOf = ({ headings, index }: RulePlace): Place => ({
  line: headings[index]?.section.startLine ?? 1,
  column: 1,
});

function listed(headings: readonly string[]): string {
  const further = headings.length - namedHeadings;
  const named = headings.slice(0, namedHeadings).join(', ');
  return further > 0 ? `${named} and ${further} more` : named;
}
