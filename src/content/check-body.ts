import { oneNodeTooMany, tooDeepHtml, tooLargeTable, tooManyAttributes } from './body-limits.ts';
import { createDiagnostic, type Diagnostic, type DiagnosticInput } from './diagnostic.ts';
import { limits } from './limits.ts';
import { type NodeId, type NodeType, rootNode, type SyntaxTree } from './syntax-tree.ts';

export interface BodyCheck {
  /** Whether the tree is fit to be read: not too deep for functions that call themselves, among others. */
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for what Markdown accepts in silence, but no author means. */
export function checkBody(path: string, tree: SyntaxTree, body: string, bodyLine: number): BodyCheck {
  const problemAt = (node: NodeId, problem: Problem): Diagnostic => {
    const at = { line: tree.startLineOf(node) + bodyLine - 1, column: tree.startColumnOf(node) };
    return createDiagnostic({ path, ...problem, at });
  };
  const refusal = findRefusal(tree, body);
  if (refusal !== null) return { isSound: false, diagnostics: [problemAt(refusal.node, refusal.problem)] };

  const diagnostics: Diagnostic[] = [];
  for (const { problem, type, mayStandIn, isFound } of suspicions) {
    if (!mayStandIn(body)) continue;
    for (const node of tree.nodesOf(type)) if (isFound(tree, node, body)) diagnostics.push(problemAt(node, problem));
  }
  return { isSound: true, diagnostics };
}

interface Refusal {
  readonly node: NodeId;
  readonly problem: Problem;
}

function findRefusal(tree: SyntaxTree, body: string): Refusal | null {
  const mayHoldMarkers = body.includes('<<<<<<< ') || body.includes('>>>>>>> ');
  const isSuspect = mayHoldMarkers || tree.depth > limits.markdownDepth;
  const refusal = isSuspect ? findRefusedBlock(tree, body) : null;
  if (refusal !== null) return refusal;
  const html = tree.nodesOf('html');
  const deep = tooDeepHtml(tree, html);
  if (deep !== null) return { node: deep, problem: tooDeep(limits.htmlDepth) };
  const large = tooLargeTable(tree, tree.nodesOf('table').toReversed());
  if (large !== null) return { node: large, problem: tooManyCells };
  const crowded = tooManyAttributes(tree, html);
  if (crowded !== null) return { node: crowded, problem: manyAttributes };
  const reference = tree.nodesOf('footnoteReference')[limits.footnoteReferences];
  if (reference !== undefined) return { node: reference, problem: manyReferences };
  const beyond = oneNodeTooMany(tree);
  return beyond === null ? null : { node: beyond, problem: manyNodes };
}

/** Looks from the end, where a text that was put together wrongly still goes on. */
function findRefusedBlock(tree: SyntaxTree, body: string): Refusal | null {
  const pending: { node: NodeId; depth: number }[] = [{ node: rootNode, depth: 0 }];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, depth } = entry;
    if (depth > limits.markdownDepth) return { node, problem: tooDeep(limits.markdownDepth) };
    if (isConflictMarker(tree, node, body)) return { node, problem: conflict };
    for (const child of tree.childrenOf(node)) pending.push({ node: child, depth: depth + 1 });
  }
  return null;
}

type Finder = (tree: SyntaxTree, node: NodeId, body: string) => boolean;

const isUnclosedFence: Finder = (tree, node, body) => {
  const lines = sourceOf(tree, node, body).split('\n');
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) return false;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd() : '';
  return !(last.startsWith(fence) && last.replaceAll(fence[0] ?? '', '') === '');
};

const isUnclosedComment: Finder = (tree, node) => {
  const html = tree.valueOf(node);
  return html.startsWith('<!--') && !html.includes('-->');
};

/** A row of cells above a line of dashes and pipes that Markdown has not taken for a table. */
const isMalformedTable: Finder = (tree, node, body) => {
  const headEnd = body.indexOf('\n', tree.startOf(node));
  if (headEnd === -1 || headEnd >= tree.endOf(node) || !/[\s>|:-]/.test(body[headEnd + 1] ?? '')) return false;
  const [head = '', delimiters = ''] = sourceOf(tree, node, body).split('\n', 2);
  return head.includes('|') && /^[\s>|:-]*-[\s|:-]*$/.test(delimiters) && delimiters.includes('|');
};

/** `[words][label]` is left as text where no definition has the label. */
const isUndefinedReference: Finder = (tree, node) => {
  const text = tree.valueOf(node);
  return /\[[^[\]]+\]\[[^[\]]+\]/.test(text);
};

/** Two brackets as such, with a backslash between, or as entities. */
const mayHoldReference = (body: string): boolean =>
  ['][', ']\\[', '&#', 'sqb;', 'brack;'].some((piece) => body.includes(piece));

/** What git leaves where two versions could not be merged. */
const isConflictMarker: Finder = (tree, node, body) => {
  const type = tree.typeOf(node);
  return (type === 'paragraph' || type === 'heading') && /^(?:<{7}|>{7}) \S/.test(sourceOf(tree, node, body));
};

const sourceOf = (tree: SyntaxTree, node: NodeId, body: string): string =>
  body.slice(tree.startOf(node), tree.endOf(node));

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

const manyAttributes: Problem = {
  code: 'body-too-costly',
  message: `expected at most ${limits.attributesOfTag} attributes in one tag, but found more`,
  hint: 'Delete those that nobody needs; a quote that is not closed makes attributes of all that follows.',
};

const manyReferences: Problem = {
  code: 'body-too-costly',
  message: `expected at most ${limits.footnoteReferences} references to footnotes, but found more`,
  hint: 'Split the page.',
};

const manyNodes: Problem = {
  code: 'body-too-costly',
  message: `expected at most ${limits.nodes} pieces of Markdown and tags of HTML in all, but found more`,
  hint: 'Split the page, or link to a file with the data.',
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

interface Suspicion {
  readonly problem: Problem;
  readonly type: NodeType;
  /** Whether a body can hold one at all: most hold none. */
  readonly mayStandIn: (body: string) => boolean;
  readonly isFound: Finder;
}

/** What is served as it is, but hardly meant so. */
const suspicions: readonly Suspicion[] = [
  { problem: unclosedCode, type: 'code', mayStandIn: () => true, isFound: isUnclosedFence },
  { problem: unclosedComment, type: 'html', mayStandIn: () => true, isFound: isUnclosedComment },
  { problem: malformedTable, type: 'paragraph', mayStandIn: (body) => body.includes('|'), isFound: isMalformedTable },
  { problem: undefinedReference, type: 'text', mayStandIn: mayHoldReference, isFound: isUndefinedReference },
];
