import type { Link, LinkReference, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Document } from '../document.ts';
import { inlineText } from '../mdast-node.ts';
import { schemeOf } from '../url-scheme.ts';
import { urlOf } from './definitions.ts';
import type { ExtractedPartner, Extractor } from './extraction.ts';
import { skippedItem } from './list-items.ts';
import { sourceOf } from './source.ts';

/** Partners are list items led by a link to a web site: `- [Name](https://example.org), a few words`. */
export const extractPartners: Extractor<ExtractedPartner> = ({ document, definitions, ruleItems }, report) =>
  ruleItems.flatMap((found) => {
    if (found.rule.type !== 'Partner') return [];
    const partner = readPartner(document, found.item, definitions);
    if (partner === null) report(skippedItem(document, found, 'a list item led by a link to a web site'));
    return partner ?? [];
  });

function readPartner(
  document: Document,
  item: ListItem,
  definitions: ReadonlyMap<string, string>,
): ExtractedPartner | null {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return null;
  const link = leadingLink(first);
  if (link === null) return null;

  const url = urlOf(link, definitions);
  const name = inlineText(link);
  if (url === null || name === '' || !['http', 'https'].includes(schemeOf(url) ?? '')) return null;

  const after = inlineText(first)
    .slice(name.length)
    .replace(/^[\s–—:,.-]+/, '');
  const further = rest.filter((block) => block.type === 'paragraph').map(inlineText);
  const description = [after, ...further].filter((text) => text !== '').join(' ');
  return { name, url, description: description || null, source: sourceOf(document, item) };
}

/** The link that a paragraph begins with, also within emphasis. */
function leadingLink(paragraph: Paragraph): Link | LinkReference | null {
  let first: PhrasingContent | undefined = paragraph.children[0];
  while (first?.type === 'strong' || first?.type === 'emphasis') first = first.children[0];
  return first?.type === 'link' || first?.type === 'linkReference' ? first : null;
}
