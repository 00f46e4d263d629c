import type { Nodes } from 'mdast';
import type { Document } from '../document.ts';
import { spanOf } from '../mdast-node.ts';
import type { NodeSource } from '../nodes.ts';
import { headingsAbove } from '../outline.ts';

/** A document as a whole. */
export function sourceOfFile({ path, lineCount }: Document): NodeSource {
  return Object.freeze({ path, startLine: 1, endLine: lineCount, headings: Object.freeze([]), rule: null });
}

/** Where a node of a document's syntax tree stands in its file, and the rule that read it. */
export function sourceOf(document: Document, node: Nodes, rule: string | null = null): NodeSource {
  const span = spanOf(node);
  const startLine = span.startLine + document.bodyLine - 1;
  return Object.freeze({
    path: document.path,
    startLine,
    endLine: span.endLine + document.bodyLine - 1,
    headings: headingsAbove(document.outline.sections, startLine),
    rule,
  });
}
