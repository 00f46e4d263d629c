import type { Nodes, Parents } from 'mdast';
import { createDiagnostic, type DiagnosticCode } from '../diagnostic.ts';
import { inlineText, isParent, spanOf } from '../mdast-node.ts';
import { isAllowedUrl } from '../url-scheme.ts';
import { urlOf } from './definitions.ts';
import type { ExtractedLink, Extractor } from './extraction.ts';
import { linksOfHtml } from './html-links.ts';
import { hostOf, linkKind, withoutOrigin } from './link-kind.ts';
import { sourceOf } from './source.ts';

/** Every link of a body, in its order: Markdown's own, autolinks, references and `<a href>` in raw HTML. */
export const extractLinks: Extractor<ExtractedLink> = ({ document, tree, definitions, origins }, report) => {
  const links: ExtractedLink[] = [];

  function add(node: Nodes, url: string, text: string): void {
    if (url === '') {
      leaveOut(node, 'link-empty', 'expected an address, but found none: the link leads nowhere');
    } else if (!isAllowedUrl(url)) {
      const found = `expected a link to http, https, mailto, tel or a page, but found "${url.slice(0, 60)}"`;
      leaveOut(node, 'link-scheme', `${found}, which is left out`);
    } else {
      const kind = linkKind(withoutOrigin(url, origins));
      const { startColumn, start, end } = spanOf(node);
      links.push({
        text,
        url,
        kind,
        host: kind === 'EXTERNAL' ? hostOf(url) : null,
        source: sourceOf(document, node),
        column: startColumn,
        start,
        // a tag of raw HTML is not the words that it makes a link
        end: node.type === 'html' ? start : end,
      });
    }
  }

  function leaveOut(node: Nodes, code: DiagnosticCode, message: string): void {
    const { startLine, startColumn } = spanOf(node);
    const at = { line: startLine + document.bodyLine - 1, column: startColumn };
    report(createDiagnostic({ code, path: document.path, message, hint: 'Link to a page or a web site.', at }));
  }

  function visit(node: Nodes, parent: Parents, index: number): void {
    if (node.type === 'link' || node.type === 'linkReference') {
      const url = urlOf(node, definitions);
      if (url !== null) add(node, url, inlineText(node));
    } else if (node.type === 'html') {
      for (const { url, text } of linksOfHtml(node, after(parent, index))) add(node, url, text);
    }
    if (isParent(node)) visitChildren(node);
  }

  function visitChildren(parent: Parents): void {
    for (const [index, child] of parent.children.entries()) visit(child, parent, index);
  }

  visitChildren(tree);
  return links;
};

/** The siblings behind a child, one by one: most look-ups end after a few. */
function* after(parent: Parents, index: number): Iterable<Nodes> {
  for (let next = index + 1; next < parent.children.length; next++) {
    const sibling = parent.children[next];
    if (sibling !== undefined) yield sibling;
  }
}
