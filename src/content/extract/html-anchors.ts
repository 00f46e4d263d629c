import type { Element, Nodes as HtmlNodes } from 'hast';
import type { ParsedDocument } from '../document.ts';
import { parseHtml } from '../markdown.ts';

/** What a link can lead to beside the ids that headings get: elements of raw HTML, and ids as Hugo writes them, `{#id}`. */
export function anchorsOf({ tree, document }: Pick<ParsedDocument, 'tree' | 'document'>): readonly string[] {
  const anchors = document.outline.headings.flatMap(({ text }) =>
    text.endsWith('}') ? (/\{#([^\s{}]+)\}$/.exec(text)?.[1] ?? []) : [],
  );
  for (const node of tree.nodesOf('html')) {
    for (const anchor of anchorsOfHtml(tree.valueOf(node))) anchors.push(anchor);
  }
  return anchors;
}

function anchorsOfHtml(html: string): readonly string[] {
  if (!/\s(?:id|name)\s*=/i.test(html)) return [];
  const anchors: string[] = [];
  const pending: HtmlNodes[] = [parseHtml(html)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'element') for (const anchor of anchorsOfElement(node)) anchors.push(anchor);
    if ('children' in node) for (const child of node.children.toReversed()) pending.push(child);
  }
  return anchors;
}

const anchorsOfElement = ({ tagName, properties }: Element): readonly string[] =>
  [properties['id'], tagName === 'a' ? properties['name'] : undefined].filter((id) => typeof id === 'string');
