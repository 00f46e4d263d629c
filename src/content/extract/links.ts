import type { Nodes, Parents } from 'mdast';
import { createDiagnostic } from '../diagnostic.ts';
import { inlineText, isParent, spanOf } from '../mdast-node.ts';
import { isAllowedUrl } from '../url-scheme.ts';
import { urlOf } from './definitions.ts';
import type { ExtractedLink, Extractor } from './extraction.ts';
import { linksOfHtml } from './html-links.ts';
import { hostOf, linkKind } from './link-kind.ts';
import { sourceOf } from './source.ts';

/** Every link of a body, in its order: Markdown's own, autolinks, references and `<a href>` in raw HTML. */
export const extractLinks: Extractor<ExtractedLink> = ({ document, tree, definitions }, report) => {
  const links: ExtractedLink[] = [];

  function add(node: Nodes, url: string, text: string): void {
    if (isAllowedUrl(url)) {
      const kind = linkKind(url);
      links.push({ text, url, kind, host: kind === 'EXTERNAL' ? hostOf(url) : null, source: sourceOf(document, node) });
      return;
    }
    const { startLine, startColumn } = spanOf(node);
    report(
      createDiagnostic({
        code: 'link-scheme',
        path: document.path,
        message: `expected a link to http, https, mailto, tel or a page, but found "${url.slice(0, 60)}", which is left out`,
        hint: 'Link to a page or a web site.',
        at: { line: startLine + document.bodyLine - 1, column: startColumn },
      }),
    );
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
