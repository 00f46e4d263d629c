import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { markdownToTree } from './markdown.ts';
import { type PageDefinitions, referredDefinitions } from './page-definitions.ts';
import { plainText, proseText } from './plain-text.ts';
import { sanitizeTree } from './sanitize.ts';

/** A page's body, or a piece of it that can be shown by itself. */
export interface RenderInput {
  readonly markdown: string;
  /** Ids for its headings, in document order. */
  readonly anchors: readonly string[];
  /** What a piece may refer to outside itself; `null` for a whole body. */
  readonly definitions: PageDefinitions | null;
}

/** Sanitised HTML. */
export function renderHtml(input: RenderInput): string {
  return toHtml(renderTree(input));
}

/** Sanitised HTML without the paragraph around it, where one paragraph is all there is. */
export function renderInlineHtml(input: RenderInput): string {
  const tree = renderTree(input);
  const blocks = tree.children.filter((child): child is Element => child.type === 'element');
  const [only] = blocks;
  return toHtml(blocks.length === 1 && only?.tagName === 'p' ? { type: 'root', children: only.children } : tree);
}

/** Plain text as a browser would copy it: blocks on lines of their own, white space folded, no markup. */
export function renderText(input: RenderInput): string {
  return plainText(renderTree(input));
}

/** Plain text of the prose: without headings, code blocks, tables and footnotes. */
export function renderProse(input: RenderInput): string {
  return proseText(renderTree(input));
}

function renderTree(input: RenderInput): Root {
  return sanitizeTree(markdownToTree(withDefinitions(input), input.anchors));
}

/** The first definition of a label holds, so the page's links come first; headings in footnotes come last. */
function withDefinitions({ markdown, definitions }: RenderInput): string {
  if (definitions === null) return markdown;
  const { links, footnotes } = referredDefinitions(markdown, definitions);
  return [...links, markdown, ...footnotes].join('\n\n');
}
