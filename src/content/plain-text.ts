import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';

/** The words of a sanitised tree as a browser would copy them; marks that lead to footnotes and back are left out. */
export function plainText(tree: Root): string {
  return textOf(tree.children);
}

/** The same without headings, code blocks, tables and footnotes. */
export function proseText(tree: Root): string {
  return textOf(tree.children.filter((child) => child.type !== 'element' || isProse(child)));
}

const isProse = ({ tagName, properties }: Element): boolean =>
  !/^(?:h[1-6]|pre|table|hr)$/.test(tagName) && properties['dataFootnotes'] === undefined;

/** `toText` reads the text of an element, and takes text nodes one by one: what stands together is joined first. */
function textOf(children: Root['children']): string {
  const content = children.filter((child): child is ElementContent => child.type !== 'doctype');
  const block: Element = { type: 'element', tagName: 'div', properties: {}, children: content };
  return toText({ type: 'root', children: [joined(block)] }).trim();
}

function joined(element: Element): Element {
  if (element.tagName === 'pre') return element;
  const children: ElementContent[] = [];
  for (const child of element.children) {
    const last = children.at(-1);
    if (child.type === 'element' && !isFootnoteMark(child)) children.push(joined(child));
    else if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else if (child.type === 'text') children.push({ type: 'text', value: afterBreak(child.value, last) });
  }
  return { ...element, children };
}

/** White space behind a line break is not shown. */
function afterBreak(text: string, last: ElementContent | undefined): string {
  return last?.type === 'element' && last.tagName === 'br' ? text.trimStart() : text;
}

const isFootnoteMark = ({ properties }: Element): boolean =>
  properties['dataFootnoteRef'] !== undefined ||
  properties['dataFootnoteBackref'] !== undefined ||
  properties['id'] === 'footnote-label';
