import type { Html, Nodes, Root, Table } from 'mdast';
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
    if (isConflictMarker(node, body)) return refused(node, conflict);
    for (const { problem, isFound } of suspicions) if (isFound(node, body)) diagnostics.push(problemAt(node, problem));
    if (node.type === 'html') html.push(node);
    if (node.type === 'table') tables.push(node);
    if (isParent(node)) for (const child of node.children) pending.push({ node: child, depth: depth + 1 });
  }
  const deep = tooDeepHtml(html);
  if (deep !== null) return refused(deep, tooDeep(limits.htmlDepth));
  const large = tooLargeTable(tables);
  return large === null ? { isSound: true, diagnostics } : refused(large, tooManyCells);
}

function isUnclosedFence(node: Nodes, body: string): boolean {
  if (node.type !== 'code') return false;
  const lines = sourceOf(node, body).split('\n');
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) return false;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd() : '';
  return !(last.startsWith(fence) && last.replaceAll(fence[0] ?? '', '') === '');
}

const isUnclosedComment = (node: Nodes): boolean =>
  node.type === 'html' && node.value.startsWith('<!--') && !node.value.includes('-->');

/** A row of cells above a line of dashes and pipes that Markdown has not taken for a table. */
function isMalformedTable(node: Nodes, body: string): boolean {
  if (node.type !== 'paragraph') return false;
  const [head = '', delimiters = ''] = sourceOf(node, body).split('\n', 2);
  return head.includes('|') && /^[\s>|:-]*-[\s|:-]*$/.test(delimiters) && delimiters.includes('|');
}

/** `[words][label]` is left as text where no definition has the label. */
const isUndefinedReference = (node: Nodes): boolean =>
  node.type === 'text' && /\[[^[\]]+\]\[[^[\]]+\]/.test(node.value);

/** What git leaves where two versions could not be merged. */
const isConflictMarker = (node: Nodes, body: string): boolean =>
  (node.type === 'paragraph' || node.type === 'heading') && /^(?:<{7}|>{7}) \S/.test(sourceOf(node, body));

function sourceOf(node: Nodes, body: string): string {
  const { start, end } = spanOf(node);
  return body.slice(start, end);
}

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

const malformedTable: Problem = {
  code: 'body-malformed-table',
  message: 'expected as many cells in the line of dashes as in the head above it: the table is shown as text',
  hint: 'Write one "---" for each column.',
};

const undefinedReference: Problem = {
  code: 'link-undefined',
  message: 'expected a definition of the label between the second brackets, but found none: the link is shown as text',
  hint: 'Add a line "[label]: https://example.org", or write the address in round brackets.',
};

const conflict: Problem = {
  code: 'body-conflict',
  message: 'expected text, but found a conflict marker of git: two versions were never merged',
  hint: 'Choose between the versions, and delete the markers.',
};

/** What is served as it is, but hardly meant so. */
const suspicions: readonly { readonly problem: Problem; readonly isFound: (node: Nodes, body: string) => boolean }[] = [
  { problem: unclosedCode, isFound: isUnclosedFence },
  { problem: unclosedComment, isFound: isUnclosedComment },
  { problem: malformedTable, isFound: isMalformedTable },
  { problem: undefinedReference, isFound: isUndefinedReference },
];
