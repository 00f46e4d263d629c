import { createDiagnostic, type DiagnosticCode } from '../diagnostic.ts';
import { inlineText } from '../inline-text.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import { isAllowedUrl } from '../url-scheme.ts';
import { linkUrl } from './definitions.ts';
import type { ExtractedLink, Extractor } from './extraction.ts';
import { linksOfHtml } from './html-links.ts';
import { hostOf, isPlainUrl, linkKind, withoutOrigin } from './link-kind.ts';
import { sourceOf } from './source.ts';

/** Every link of a body, in its order: Markdown's own, autolinks, references and `<a href>` in raw HTML. */
export const extractLinks: Extractor<ExtractedLink> = ({ document, tree, definitions, origins }, report) => {
  const links: ExtractedLink[] = [];
  const places = new Map<NodeId, number>();

  function add(node: NodeId, url: string, text: string, end: number): void {
    if (url === '') {
      leaveOut(node, 'link-empty', 'expected an address, but found none: the link leads nowhere');
    } else if (!isPlainUrl(url) && !isAllowedUrl(url)) {
      const found = `expected a link to http, https, mailto, tel or a page, but found "${url.slice(0, 60)}"`;
      leaveOut(node, 'link-scheme', `${found}, which is left out`);
    } else {
      const kind = linkKind(withoutOrigin(url, origins));
      links.push({
        text,
        url,
        kind,
        host: kind === 'EXTERNAL' ? hostOf(url) : null,
        source: sourceOf(document, tree, node),
        column: tree.startColumnOf(node),
        start: tree.startOf(node),
        end,
      });
    }
  }

  function leaveOut(node: NodeId, code: DiagnosticCode, message: string): void {
    const at = { line: tree.startLineOf(node) + document.bodyLine - 1, column: tree.startColumnOf(node) };
    report(createDiagnostic({ code, path: document.path, message, hint: 'Link to a page or a web site.', at }));
  }

  for (const node of tree.nodesOf('link', 'linkReference', 'html')) {
    if (tree.typeOf(node) === 'html') {
      // a tag of raw HTML is not the words that it makes a link
      for (const { url, text } of linksOfHtml(tree, node, after(tree, node, places)))
        add(node, url, text, tree.startOf(node));
      continue;
    }
    const url = linkUrl(tree, node, definitions);
    if (url !== null) add(node, url, inlineText(tree, node), tree.endOf(node));
  }
  return links;
};

/**
 * The siblings behind a node, one by one: most look-ups end after a few.
 *
 * @param places - of children in their parents, as far as they were looked for
 */
function* after(tree: SyntaxTree, node: NodeId, places: Map<NodeId, number>): Iterable<NodeId> {
  const parent = tree.parentOf(node);
  if (!places.has(node)) for (const [place, child] of tree.childrenOf(parent).entries()) places.set(child, place);
  const count = tree.childCountOf(parent);
  for (let place = (places.get(node) ?? count) + 1; place < count; place++) yield tree.childOf(parent, place);
}
