import type { Link, LinkReference, Nodes } from 'mdast';
import { inlineText, isParent } from '../mdast-node.ts';
import { schemeOf } from '../url-scheme.ts';
import { urlOf } from './definitions.ts';
import { linksOfHtml } from './html-links.ts';

/** A link to a web site. */
export interface WebLink {
  readonly url: string;
  readonly text: string;
}

/** The link as one to a web site; `null` where it leads elsewhere or nowhere. */
export function webLinkOf(link: Link | LinkReference, definitions: ReadonlyMap<string, string>): WebLink | null {
  const url = urlOf(link, definitions);
  return url !== null && isWebSite(url) ? { url, text: inlineText(link) } : null;
}

/** The first link to a web site in some nodes: Markdown's own, a reference or `<a href>` in raw HTML. */
export function firstWebLink(nodes: readonly Nodes[], definitions: ReadonlyMap<string, string>): WebLink | null {
  for (const node of nodes) {
    const found = linkOf(node, definitions) ?? (isParent(node) ? firstWebLink(node.children, definitions) : null);
    if (found !== null) return found;
  }
  return null;
}

function linkOf(node: Nodes, definitions: ReadonlyMap<string, string>): WebLink | null {
  if (node.type === 'link' || node.type === 'linkReference') return webLinkOf(node, definitions);
  if (node.type === 'html') return linksOfHtml(node, []).find(({ url }) => isWebSite(url)) ?? null;
  return null;
}

const isWebSite = (url: string): boolean => ['http', 'https'].includes(schemeOf(url) ?? '');

/** Whether a node has words beside its links and images. */
export function hasOwnWords(node: Nodes): boolean {
  if (node.type === 'text') return /[\p{L}\p{N}]/u.test(node.value);
  if (node.type === 'inlineCode') return true;
  return node.type !== 'link' && node.type !== 'linkReference' && isParent(node) && node.children.some(hasOwnWords);
}
