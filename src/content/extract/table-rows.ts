import { inlineText } from '../inline-text.ts';
import type { NodeId } from '../syntax-tree.ts';
import type { GoalText, PartnerText } from './extraction.ts';
import { inlineSource } from './inline-source.ts';
import type { ItemsBelow, ReadContext, RulePlace } from './rule-item.ts';
import { sourceOf } from './source.ts';
import { firstWebLink, type WebLink } from './web-link.ts';

/** The rows of the first table below the heading, without its head; before the next heading of any level. */
export function findTableRows({ document, tree, rule, headings, index }: RulePlace): ItemsBelow<NodeId> {
  const blocks = headings[index]?.blocks ?? [];
  const [first, ...further] = blocks.filter((block) => tree.typeOf(block) === 'table');
  const rows = first === undefined ? [] : tree.childrenOf(first).slice(1);
  const items = rows.map((node) => ({
    node,
    source: sourceOf(document, tree, node, rule.name),
    column: tree.startColumnOf(node),
  }));
  return { items, isNothing: rows.length === 0, further };
}

/** `| Name | <https://example.org> | a few words |` */
export function readPartnerRow(row: NodeId, { tree, definitions }: ReadContext): PartnerText | null {
  const cells = tree.childrenOf(row);
  const [name = '', ...others] = cells.map((cell) => inlineText(tree, cell));
  if (name === '') return null;
  const link = firstWebLink(tree, cells, definitions);
  const words = others.filter((text) => text !== '' && !isLinkItself(text, link));
  return { name, url: link?.url ?? null, description: enumeration(words) || null };
}

/** Commas between, but for words that end with punctuation of their own. */
const enumeration = (words: readonly string[]): string =>
  words.reduce((before, next) => `${before}${/(?:^|[.!?…:;,])$/.test(before) ? '' : ','} ${next}`, '').trim();

/** A cell that says the link's text or address and no more. */
function isLinkItself(text: string, link: WebLink | null): boolean {
  return link !== null && (text === link.text || withoutScheme(text) === withoutScheme(link.url));
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '');

/** `| Text | ... |` */
export function readGoalRow(row: NodeId, context: ReadContext): GoalText | null {
  const [first] = context.tree.childrenOf(row);
  const text = first === undefined ? '' : inlineText(context.tree, first);
  return first === undefined || text === '' ? null : { text, markdown: inlineSource(first, context) };
}
