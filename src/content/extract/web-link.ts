import { inlineText } from '../inline-text.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import { schemeOf } from '../url-scheme.ts';
import { linkUrl } from './definitions.ts';
import { linksOfHtml } from './html-links.ts';

/** A link to a web site. */
export interface WebLink {
  readonly url: string;
  readonly text: string;
}

/** The link as one to a web site; `null` where it leads elsewhere or nowhere. */
export function webLinkOf(tree: SyntaxTree, link: NodeId, definitions: ReadonlyMap<string, string>): WebLink | null {
  const url = linkUrl(tree, link, definitions);
  return url !== null && isWebSite(url) ? { url, text: inlineText(tree, link) } : null;
}

/** The first link to a web site in some nodes: Markdown's own, a reference or `<a href>` in raw HTML. */
export function firstWebLink(
  tree: SyntaxTree,
  nodes: readonly NodeId[],
  definitions: ReadonlyMap<string, string>,
): WebLink | null {
  for (const node of nodes) {
    const found = linkIn(tree, node, definitions) ?? firstWebLink(tree, tree.childrenOf(node), definitions);
    if (found !== null) return found;
  }
  return null;
}

function linkIn(tree: SyntaxTree, node: NodeId, definitions: ReadonlyMap<string, string>): WebLink | null {
  const type = tree.typeOf(node);
  if (type === 'link' || type === 'linkReference') return webLinkOf(tree, node, definitions);
  if (type === 'html') return linksOfHtml(tree, node, []).find(({ url }) => isWebSite(url)) ?? null;
  return null;
}

const isWebSite = (url: string): boolean => ['http', 'https'].includes(schemeOf(url) ?? '');

/** Whether a node has words beside its links and images. */
export function hasOwnWords(tree: SyntaxTree, node: NodeId): boolean {
  const type = tree.typeOf(node);
  if (type === 'text') return /[\p{L}\p{N}]/u.test(tree.valueOf(node));
  if (type === 'inlineCode') return true;
  if (type === 'link' || type === 'linkReference') return false;
  return tree.childrenOf(node).some((child) => hasOwnWords(tree, child));
}
