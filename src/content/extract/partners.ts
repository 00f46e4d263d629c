import type { Link, LinkReference, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { inlineText } from '../mdast-node.ts';
import type { ExtractionRule } from '../rules.ts';
import { schemeOf } from '../url-scheme.ts';
import { urlOf } from './definitions.ts';
import type { ExtractedPartner, Extractor } from './extraction.ts';
import { ownText, skippedItem } from './list-items.ts';
import { sourceOf } from './source.ts';

/** Partners are list items, by the rule's shape: led by a link to a web site, or any with text. */
export const extractPartners: Extractor<ExtractedPartner> = ({ document, definitions, ruleItems }, report) =>
  ruleItems.flatMap((found) => {
    if (found.rule.type !== 'Partner') return [];
    const read = readers[found.rule.item](found.item, definitions);
    if (read !== null) return { ...read, source: sourceOf(document, found.item, found.rule.name) };
    report(skippedItem(document, found));
    return [];
  });

type PartnerText = Omit<ExtractedPartner, 'source'>;

const readers = {
  'linked-item': readLinkedItem,
  item: (item, definitions) => readLinkedItem(item, definitions) ?? readPlainItem(item),
  'sub-heading': () => null,
  'table-row': () => null,
} satisfies Record<
  ExtractionRule['item'],
  (item: ListItem, definitions: ReadonlyMap<string, string>) => PartnerText | null
>;

/** `- [Name](https://example.org), a few words` */
function readLinkedItem(item: ListItem, definitions: ReadonlyMap<string, string>): PartnerText | null {
  const [first, ...rest] = item.children;
  const link = first?.type === 'paragraph' ? leadingLink(first) : null;
  if (first?.type !== 'paragraph' || link === null) return null;

  const url = urlOf(link, definitions);
  const name = inlineText(link);
  if (url === null || name === '' || !['http', 'https'].includes(schemeOf(url) ?? '')) return null;

  const after = inlineText(first)
    .slice(name.length)
    .replace(/^[\s–—:,.-]+/, '');
  const further = rest.filter((block) => block.type === 'paragraph').map(inlineText);
  const description = [after, ...further].filter((text) => text !== '').join(' ');
  return { name, url, description: description || null };
}

/** `- Name` */
function readPlainItem(item: ListItem): PartnerText | null {
  const name = ownText(item);
  return name === '' ? null : { name, url: null, description: null };
}

/** The link that a paragraph begins with, also within emphasis. */
function leadingLink(paragraph: Paragraph): Link | LinkReference | null {
  let first: PhrasingContent | undefined = paragraph.children[0];
  while (first?.type === 'strong' || first?.type === 'emphasis') first = first.children[0];
  return first?.type === 'link' || first?.type === 'linkReference' ? first : null;
}
