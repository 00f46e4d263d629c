import type { Code, Html, Nodes, Root, Table } from 'mdast';
import { tooDeepHtml, tooLargeTable } from './body-limits.ts';
import { createDiagnostic, type Diagnostic, type DiagnosticInput } from './diagnostic.ts';
import { limits } from './limits.ts';
import { isParent, spanOf } from './mdast-node.ts';

export interface BodyCheck {
  /** Whether the tree is fit to be walked. */
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for what Markdown accepts in silence, but no author means. Walks without recursion: the depth is not known yet. */
export function checkBody(path: string, root: Root, body: string, bodyLine: number): BodyCheck {
  const diagnostics: Diagnostic[] = [];
  const html: Html[] = [];
  const tables: Table[] = [];
  const problemAt = (node: Nodes, problem: Problem): Diagnostic => {
    const { startLine, startColumn } = spanOf(node);
    return createDiagnostic({ path, ...problem, at: { line: startLine + bodyLine - 1, column: startColumn } });
  };
  const refused = (node: Nodes, problem: Problem): BodyCheck => ({
    isSound: false,
    diagnostics: [problemAt(node, problem)],
  });

  const pending: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, depth } = entry;
    if (depth > limits.markdownDepth) return refused(node, tooDeep(limits.markdownDepth));
    if (node.type === 'code' && isUnclosedFence(node, body)) diagnostics.push(problemAt(node, unclosedCode));
    if (node.type === 'html' && isUnclosedComment(node)) diagnostics.push(problemAt(node, unclosedComment));
    if (node.type === 'html') html.push(node);
    if (node.type === 'table') tables.push(node);
    if (isParent(node)) for (const child of node.children) pending.push({ node: child, depth: depth + 1 });
  }
  const deep = tooDeepHtml(html);
  if (deep !== null) return refused(deep, tooDeep(limits.htmlDepth));
  const large = tooLargeTable(tables);
  return large === null ? { isSound: true, diagnostics } : refused(large, tooManyCells);
}

function isUnclosedFence(node: Code, body: string): boolean {
  const { start, end } = spanOf(node);
  const source = body.slice(start, end);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return false;
  const lines = source.split('\n');
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd() : '';
  return !(last.startsWith(fence) && last.replaceAll(fence[0] ?? '', '') === '');
}

const isUnclosedComment = (node: Html): boolean => node.value.startsWith('<!--') && !node.value.includes('-->');

type Problem = Pick<DiagnosticInput, 'code' | 'message' | 'hint'>;

const tooDeep = (maximum: number): Problem => ({
  code: 'body-too-deep',
  message: `expected at most ${maximum} levels of nesting, but found more`,
  hint: 'Take block quotes, lists and elements out of each other.',
});

const tooManyCells: Problem = {
  code: 'body-too-costly',
  message: `expected tables of at most ${limits.tableCells} cells in all, but found more`,
  hint: 'Split the table over several pages, or link to a file with the data.',
};

const unclosedCode: Problem = {
  code: 'body-unclosed-code',
  message: 'expected a line that closes this code block, but found none: all that follows is shown as code',
  hint: 'Close it with the same characters that open it.',
};

const unclosedComment: Problem = {
  code: 'body-unclosed-comment',
  message: 'expected "-->" that closes this comment, but found none: all that follows is hidden',
  hint: 'Close it with "-->".',
};
