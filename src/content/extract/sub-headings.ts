import { inlineText } from '../inline-text.ts';
import type { GoalText, PartnerText } from './extraction.ts';
import { inlineSource } from './inline-source.ts';
import type { ItemsBelow, PlacedItem, ReadContext, RuleHeading, RulePlace, SubHeading } from './rule-item.ts';
import { sourceOf } from './source.ts';
import { firstWebLink, hasOwnWords } from './web-link.ts';

/**
 * The headings one level below the rule's, each with all that stands below it, up to the next heading that is as high as
 * the rule's or higher. Where nothing has that level, the next one that occurs holds. A sub-heading that a rule names
 * groups items of its own, and is none.
 */
export function findSubHeadings(place: RulePlace): ItemsBelow<SubHeading> {
  const below = headingsBelow(place);
  const level = below.reduce((highest, { section }) => Math.min(highest, section.level), 7);
  const starts = below.flatMap(({ section }, index) => (section.level === level ? [index] : []));
  const items = starts.flatMap((start, index) => {
    const own = below[start];
    if (own === undefined || own.rule !== null) return [];
    return placed(place, { own, deeper: below.slice(start + 1, starts[index + 1]) });
  });
  return { items, isNothing: starts.length === 0, further: [] };
}

function headingsBelow({ headings, index }: RulePlace): readonly RuleHeading[] {
  const level = headings[index]?.section.level ?? 0;
  let end = index + 1;
  while ((headings[end]?.section.level ?? 0) > level) end++;
  return headings.slice(index + 1, end);
}

function placed({ document, tree, rule }: RulePlace, node: SubHeading): PlacedItem<SubHeading> {
  const { heading, section } = node.own;
  const source = Object.freeze({ ...sourceOf(document, tree, heading, rule.name), endLine: section.endLine });
  return { node, source, column: tree.startColumnOf(heading) };
}

/** `### Name`, and below it a paragraph and a link */
export function readPartnerHeading(
  { own, deeper }: SubHeading,
  { tree, definitions }: ReadContext,
): PartnerText | null {
  const name = inlineText(tree, own.heading);
  if (name === '') return null;
  const all = [own, ...deeper];
  const link = firstWebLink(
    tree,
    all.flatMap(({ heading, blocks }) => [heading, ...blocks]),
    definitions,
  );
  const paragraph = all
    .flatMap(({ blocks }) => blocks)
    .find((block) => tree.typeOf(block) === 'paragraph' && hasOwnWords(tree, block));
  return { name, url: link?.url ?? null, description: paragraph === undefined ? null : inlineText(tree, paragraph) };
}

/** `### Text` */
export function readGoalHeading({ own: { heading } }: SubHeading, context: ReadContext): GoalText | null {
  const text = inlineText(context.tree, heading);
  return text === '' ? null : { text, markdown: inlineSource(heading, context) };
}
