import type { Root as HtmlRoot } from 'hast';
import {
  createMdastHandle,
  defineMdastPlugin,
  dropHandle,
  type Features,
  htmlToHast,
  MdastReader,
  markdownToHtml,
  serializeHandle,
} from 'satteri';
import { createArenaTree } from './arena-tree.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** CommonMark 0.31.2 and GitHub's tables, strikethrough, task lists, autolinks and footnotes. */
const features: Features = { frontmatter: false, gfm: { footnotes: { clobberPrefix: '' } } };

/** Parses a body. */
export function parseMarkdown(markdown: string): SyntaxTree {
  const handle = createMdastHandle(markdown, features);
  try {
    const buffer = serializeHandle(handle);
    return createArenaTree(buffer, new MdastReader(buffer).header, markdown);
  } finally {
    dropHandle(handle);
  }
}
/**
 * The HTML tree of a Markdown text, raw HTML included and **not** sanitised.
 *
 * @param anchors - ids for the text's headings, in document order; a heading without one gets none.
 */
export function markdownToTree(markdown: string, anchors: readonly string[]): HtmlRoot {
  let next = 0;
  const setAnchors = defineMdastPlugin({
    name: 'set-anchors',
    heading(node, context) {
      const id = anchors[next++];
      if (id !== undefined && id !== '') context.setProperty(node, 'data', { hProperties: { id } });
    },
  });
  return parseHtml(markdownToHtml(markdown, { features, mdastPlugins: [setAnchors] }).html);
}

/** The tree of a piece of HTML, as browsers read it, and **not** sanitised. */
export function parseHtml(html: string): HtmlRoot {
  const tree = htmlToHast(html, { fragment: true });
  if (tree.type !== 'root') throw new Error(`expected hast's root, but got: ${tree.type}`);
  return tree;
}
