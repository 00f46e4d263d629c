import type { Table, TableRow } from 'mdast';
import { inlineText, spanOf } from '../mdast-node.ts';
import type { GoalText, PartnerText } from './extraction.ts';
import { inlineSource } from './inline-source.ts';
import type { ItemsBelow, ReadContext, RulePlace } from './rule-item.ts';
import { sourceOf } from './source.ts';
import { firstWebLink, type WebLink } from './web-link.ts';

/** The rows of the first table below the heading, without its head; before the next heading of any level. */
export function findTableRows({ document, rule, headings, index }: RulePlace): ItemsBelow<TableRow> {
  const blocks = headings[index]?.blocks ?? [];
  const [first, ...further] = blocks.filter((block): block is Table => block.type === 'table');
  const rows = first?.children.slice(1) ?? [];
  const items = rows.map((node) => ({
    node,
    source: sourceOf(document, node, rule.name),
    column: spanOf(node).startColumn,
  }));
  return { items, isNothing: rows.length === 0, further };
}

/** `| Name | <https://example.org> | a few words |` */
export function readPartnerRow({ children }: TableRow, { definitions }: ReadContext): PartnerText | null {
  const [name = '', ...others] = children.map(inlineText);
  if (name === '') return null;
  const link = firstWebLink(children, definitions);
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
export function readGoalRow({ children: [first] }: TableRow, { body }: ReadContext): GoalText | null {
  const text = first === undefined ? '' : inlineText(first);
  return first === undefined || text === '' ? null : { text, markdown: inlineSource(body, first) };
}
