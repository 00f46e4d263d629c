import type { Nodes, Parents } from 'mdast';
import type { ParsedDocument } from '../document.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isParent, spanOf } from '../mdast-node.ts';
import { yamlScalars } from '../yaml.ts';
import type { DocumentCheck, Finding } from './check.ts';
import { isPlaceholder } from './placeholder.ts';

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

function inBody({ document: { path, language, bodyLine }, tree }: ParsedDocument, report: Report): void {
  function visit(node: Nodes): void {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') look(node);
    else if (isParent(node)) childrenOf(node).forEach(visit);
  }
  function look(node: Nodes): void {
    const text = proseOf(node);
    if (!isPlaceholder(text, language)) return;
    const { startLine, startColumn } = spanOf(node);
    report({
      path,
      message: `expected text, but found the placeholder ${quoted(text)}`,
      hint,
      at: { line: startLine + bodyLine - 1, column: startColumn },
    });
  }
  visit(tree);
}

/** A column may be called "Todo": the head of a table is left out. */
const childrenOf = (node: Parents): readonly Nodes[] =>
  node.type === 'table' ? node.children.slice(1) : node.children;

/** Stands for what is no prose: code and pictures. */
const object = '\uFFFC';

/** The words of a node; what its code says does not count. */
function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference') return object;
  return isParent(node) ? node.children.map(proseOf).join('') : '';
}

function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `"${line.slice(0, 60)}…"` : `"${line}"`;
}
