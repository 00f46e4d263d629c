import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { markdownToTree } from './markdown.ts';
import { sanitizeTree } from './sanitize.ts';

/** A piece of a page's body that can be shown by itself. */
export interface RenderInput {
  readonly markdown: string;
  /** Ids for the piece's headings, in document order. */
  readonly anchors: readonly string[];
  /** Link and footnote definitions of the whole page, as Markdown: what a piece refers to may stand outside it. */
  readonly definitions: string;
}

/** Sanitised HTML. */
export function renderHtml(input: RenderInput): string {
  return toHtml(renderTree(input));
}

/** Sanitised HTML without the paragraph around it, where one paragraph is all there is. */
export function renderInlineHtml(input: RenderInput): string {
  const tree = renderTree(input);
  const blocks = tree.children.filter((child) => child.type === 'element');
  const [only] = blocks;
  return toHtml(blocks.length === 1 && only?.tagName === 'p' ? { type: 'root', children: only.children } : tree);
}

/** Plain text as a browser would copy it: blocks on lines of their own, white space folded, no markup. */
export function renderText(input: RenderInput): string {
  return toText({ type: 'root', children: [block(renderTree(input).children)] }).trim();
}

/** Plain text of the prose: without headings, code blocks and tables. */
export function renderProse(input: RenderInput): string {
  const prose = renderTree(input).children.filter((child) => child.type === 'element' && isProse(child));
  return toText({ type: 'root', children: [block(prose)] }).trim();
}

function renderTree({ markdown, anchors, definitions }: RenderInput): Root {
  return sanitizeTree(markdownToTree(definitions === '' ? markdown : `${definitions}\n\n${markdown}`, anchors));
}

const isProse = (element: Element): boolean => !/^(?:h[1-6]|pre|table|hr)$/.test(element.tagName);

/** `toText` reads the text of an element; a root alone has none. */
function block(children: Root['children']): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: children.filter((child): child is ElementContent => child.type !== 'doctype'),
  };
}
