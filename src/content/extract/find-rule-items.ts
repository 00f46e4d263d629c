import type { Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { ExtractionRule, ItemShape, RuleBook } from '../rules.ts';
import { rootNode } from '../syntax-tree.ts';
import { findListItems } from './list-items.ts';
import type { ItemFinders, RuleHeading, RuleItem, RulePlace } from './rule-item.ts';
import { foundNoHeading, foundNothing, passedOver } from './rule-problems.ts';
import { findSubHeadings } from './sub-headings.ts';
import { findTableRows } from './table-rows.ts';

/** What the rules found in a document. */
export interface RuleFindings {
  /** In the document's order. */
  readonly items: readonly RuleItem[];
  /** The headings that rules name, in the document's order. */
  readonly places: readonly RulePlace[];
}

const finders: ItemFinders = {
  'linked-item': findListItems,
  item: findListItems,
  'sub-heading': findSubHeadings,
  'table-row': findTableRows,
};

/**
 * The items below every heading of the top level that a rule names. Reported are a heading without any, a list or table
 * that is passed over, and a rule whose page has none of its headings.
 */
export function findRuleItems(
  parsed: ParsedDocument,
  rules: RuleBook,
  report: (diagnostic: Diagnostic) => void,
): RuleFindings {
  const { document, tree } = parsed;
  const { slug, language } = document;
  const named = document.outline.sections.map(({ text }) => rules.find(text, slug, language));
  const naming = rules.namingPage(slug, language);
  // most documents have nothing that a rule looks for
  if (naming.length === 0 && named.every((rule) => rule === null)) return { items: [], places: [] };
  const headings = ruleHeadings(parsed, named);
  const places = headings.flatMap(({ rule }, index) =>
    rule === null ? [] : [{ document, tree, rule, headings, index }],
  );
  const items = places.flatMap((place) => itemsBelow(place.rule.item, place, report));
  for (const rule of naming) {
    const isMissed = rule.expected !== 0 && !places.some((place) => place.rule === rule);
    if (isMissed) report(foundNoHeading(document, rule, headings));
  }
  return { items: inOrder(items), places };
}

/** @param rules - for each section what names it */
function ruleHeadings(
  { document: { outline }, tree }: ParsedDocument,
  rules: readonly (ExtractionRule | null)[],
): readonly RuleHeading[] {
  const blocks = tree.childrenOf(rootNode);
  const starts = blocks.flatMap((heading, index) => (tree.typeOf(heading) === 'heading' ? [{ heading, index }] : []));
  return outline.sections.flatMap((section, index) => {
    const start = starts[index];
    if (start === undefined) return [];
    const below = blocks.slice(start.index + 1, starts[index + 1]?.index);
    return { heading: start.heading, section, blocks: below, rule: rules[index] ?? null };
  });
}

function itemsBelow<Shape extends ItemShape>(
  shape: Shape,
  place: RulePlace,
  report: (diagnostic: Diagnostic) => void,
): readonly RuleItem<Shape>[] {
  const { items, isNothing, further } = finders[shape](place);
  if (isNothing && place.rule.expected !== 0) report(foundNothing(place));
  for (const block of further) report(passedOver(place, block));
  return items.map(({ node, source, column }) => ({ node, source, column, shape, rule: place.rule }));
}

/** Sub-headings of one rule can stand between those of another. */
const inOrder = (items: readonly RuleItem[]): readonly RuleItem[] =>
  items.toSorted((a, b) => a.source.startLine - b.source.startLine);
