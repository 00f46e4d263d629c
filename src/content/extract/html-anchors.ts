import type { Element, Nodes as HtmlNodes } from 'hast';
import type { Html, Nodes } from 'mdast';
import type { ParsedDocument } from '../document.ts';
import { parseHtml } from '../markdown.ts';
import { isParent } from '../mdast-node.ts';

/** What a link can lead to beside the ids that headings get: elements of raw HTML, and ids as Hugo writes them, `{#id}`. */
export function anchorsOf({ tree, document }: Pick<ParsedDocument, 'tree' | 'document'>): readonly string[] {
  const anchors = document.outline.headings.flatMap(({ text }) => /\{#([^\s{}]+)\}$/.exec(text)?.[1] ?? []);
  function visit(node: Nodes): void {
    if (node.type === 'html') for (const anchor of anchorsOfHtml(node)) anchors.push(anchor);
    if (isParent(node)) node.children.forEach(visit);
  }
  visit(tree);
  return anchors;
}

function anchorsOfHtml({ value }: Html): readonly string[] {
  if (!/\s(?:id|name)\s*=/i.test(value)) return [];
  const anchors: string[] = [];
  const pending: HtmlNodes[] = [parseHtml(value)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'element') for (const anchor of anchorsOfElement(node)) anchors.push(anchor);
    if ('children' in node) for (const child of node.children.toReversed()) pending.push(child);
  }
  return anchors;
}

const anchorsOfElement = ({ tagName, properties }: Element): readonly string[] =>
  [properties['id'], tagName === 'a' ? properties['name'] : undefined].filter((id) => typeof id === 'string');
