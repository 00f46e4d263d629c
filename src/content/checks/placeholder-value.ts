import type { ParsedDocument } from '../document.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import { yamlScalars } from '../yaml.ts';
import type { DocumentCheck, Finding } from './check.ts';
import { canBePlaceholder, isPlaceholder } from './placeholder.ts';

/** A value of the frontmatter, a paragraph, a heading or a cell that is a placeholder such as "todo" as a whole. */
export const placeholderValue: DocumentCheck = {
  code: 'placeholder-value',
  run(parsed, report) {
    inFrontmatter(parsed, report);
    inBody(parsed, report);
  },
};

const hint = 'Write what belongs there, or delete it.';

type Report = (finding: Finding) => void;

function inFrontmatter(
  { document: { path, language }, frontmatter: { data, block } }: ParsedDocument,
  report: Report,
): void {
  const holdsOne = (value: JsonValue): boolean =>
    typeof value === 'string'
      ? isPlaceholder(value, language)
      : typeof value === 'object' && value !== null && Object.values(value).some(holdsOne);
  // most files need no second look at their YAML
  if (!holdsOne(data)) return;
  for (const { path: key, value, at } of yamlScalars(block)) {
    if (!isPlaceholder(value, language) || isName(key, value) || isToldElsewhere(key, data)) continue;
    report({
      path,
      message: `expected a value for "${key}", but found the placeholder ${quoted(value)}`,
      hint,
      // the block begins on the second line of the file
      at: { line: at.line + 1, column: at.column },
    });
  }
}

/** Keys whose values are names: a page about lists of things to do may be called and tagged "todo". */
const keysOfNames = new Set([
  ...['id', 'slug', 'path', 'permalink', 'translationKey', 'status', 'state', 'type'],
  ...['tag', 'tags', 'keyword', 'keywords', 'category', 'categories', 'topic', 'topics', 'label', 'labels'],
]);

function isName(path: string, value: string): boolean {
  const key =
    path
      .replace(/(?:\[\d+\])+$/, '')
      .split('.')
      .at(-1) ?? '';
  return /^todo$/i.test(value.trim()) && keysOfNames.has(key);
}

/** `date-invalid` and `language-unknown` tell of every value that is none, so of placeholders, too. */
function isToldElsewhere(path: string, { language }: JsonObject): boolean {
  // the second key counts where the first one is not there
  return path === 'date' || path === 'language' || (path === 'locale' && language === undefined);
}

function inBody({ document: { path, language, bodyLine, body }, tree }: ParsedDocument, report: Report): void {
  for (const node of [...tree.nodesOf('paragraph'), ...tree.nodesOf('heading'), ...tree.nodesOf('tableCell')]) {
    if (!canBePlaceholder(beginningOf(tree, node, body)) || isTableHead(tree, node)) continue;
    const text = proseOf(tree, node);
    if (!isPlaceholder(text, language)) continue;
    report({
      path,
      message: `expected text, but found the placeholder ${quoted(text)}`,
      hint,
      at: { line: tree.startLineOf(node) + bodyLine - 1, column: tree.startColumnOf(node) },
    });
  }
}

/** A column may be called "Todo": the head of a table is left out. */
function isTableHead(tree: SyntaxTree, node: NodeId): boolean {
  if (tree.typeOf(node) !== 'tableCell') return false;
  const row = tree.parentOf(node);
  return tree.childOf(tree.parentOf(row), 0) === row;
}

/** The characters that a node's words begin with, as far as they are text: letters and digits stand for themselves. */
function beginningOf(tree: SyntaxTree, node: NodeId, body: string): string {
  let first = node;
  while (tree.childCountOf(first) > 0) first = tree.childOf(first, 0);
  return tree.typeOf(first) === 'text' ? body.slice(tree.startOf(first), tree.startOf(first) + 3) : '';
}

/** Stands for what is no prose: code and pictures. */
const object = '\uFFFC';

/** The words of a node; what its code says does not count. */
function proseOf(tree: SyntaxTree, node: NodeId): string {
  const type = tree.typeOf(node);
  if (type === 'text') return tree.valueOf(node);
  if (type === 'inlineCode' || type === 'image' || type === 'imageReference') return object;
  const count = tree.childCountOf(node);
  let text = '';
  for (let index = 0; index < count; index++) text += proseOf(tree, tree.childOf(node, index));
  return text;
}

function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `"${line.slice(0, 60)}…"` : `"${line}"`;
}
