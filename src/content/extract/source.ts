import type { Document } from '../document.ts';
import type { NodeSource } from '../nodes.ts';
import { headingsAbove } from '../outline.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';

/** A document as a whole. */
export function sourceOfFile({ path, lineCount }: Document): NodeSource {
  return Object.freeze({ path, startLine: 1, endLine: lineCount, headings: Object.freeze([]), rule: null });
}

/** Where a node of a document's syntax tree stands in its file, and the rule that read it. */
export function sourceOf(document: Document, tree: SyntaxTree, node: NodeId, rule: string | null = null): NodeSource {
  const startLine = tree.startLineOf(node) + document.bodyLine - 1;
  return Object.freeze({
    path: document.path,
    startLine,
    endLine: tree.endLineOf(node) + document.bodyLine - 1,
    headings: headingsAbove(document.outline.sections, startLine),
    rule,
  });
}
