import { inlineText } from '../inline-text.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import type { Extractor, NameList } from './extraction.ts';
import { leadingLink } from './list-items.ts';

/** Characters of a name; what is longer is a sentence or a description. */
const longestName = 80;

/**
 * Lists of three or more short pieces of plain text, such as names, wherever they stand. An item that a link leads
 * counts by the link's text. Lists that a rule read are left out.
 */
export const extractNameLists: Extractor<NameList> = ({ document, tree, ruleItems }) => {
  const lists: NameList[] = [];
  const read = new Set<unknown>(ruleItems.map(({ node }) => node));
  for (const list of tree.nodesOf('list')) {
    if (tree.childCountOf(list) < 3) continue;
    const children = tree.childrenOf(list);
    if (children.some((item) => read.has(item))) continue;
    const items = namesIn(tree, children, document.bodyLine);
    if (items !== null) lists.push({ items });
  }
  return lists;
};

/** `null` where one of the items is not like a name. */
function namesIn(tree: SyntaxTree, list: readonly NodeId[], bodyLine: number): NameList['items'] | null {
  const items: NameList['items'][number][] = [];
  for (const item of list) {
    const text = nameIn(tree, item);
    if (text === null) return null;
    items.push({ text, line: tree.startLineOf(item) + bodyLine - 1, column: tree.startColumnOf(item) });
  }
  return items;
}

function nameIn(tree: SyntaxTree, item: NodeId): string | null {
  if (tree.childCountOf(item) !== 1) return null;
  const paragraph = tree.childOf(item, 0);
  if (tree.typeOf(paragraph) !== 'paragraph') return null;
  const text = inlineText(tree, leadingLink(tree, paragraph) ?? paragraph);
  return text === '' || text.length > longestName || isSentence(text) ? null : text;
}

/** The dots of `dNation, s.r.o.`, `ALASCA e.V.` and `Example Inc.` end no sentence. */
function isSentence(text: string): boolean {
  if (/[!?:;]$/.test(text)) return true;
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', dot + 1)) {
    const isEnd = dot === text.length - 1 || /\s/.test(text.charAt(dot + 1));
    if (isEnd && /\p{Ll}{4}$/u.test(text.slice(Math.max(0, dot - 8), dot))) return true;
  }
  return false;
}
