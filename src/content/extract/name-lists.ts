import type { List, ListItem, Nodes } from 'mdast';
import { inlineText, isParent, spanOf } from '../mdast-node.ts';
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
  function visit(node: Nodes): void {
    if (node.type === 'list' && node.children.length > 2 && !node.children.some((item) => read.has(item))) {
      const items = namesIn(node, document.bodyLine);
      if (items !== null) lists.push({ items });
    }
    if (isParent(node)) node.children.forEach(visit);
  }
  visit(tree);
  return lists;
};

/** `null` where one of the items is not like a name. */
function namesIn(list: List, bodyLine: number): NameList['items'] | null {
  const items: NameList['items'][number][] = [];
  for (const item of list.children) {
    const text = nameIn(item);
    if (text === null) return null;
    const { startLine, startColumn } = spanOf(item);
    items.push({ text, line: startLine + bodyLine - 1, column: startColumn });
  }
  return items;
}

function nameIn({ children: [paragraph, ...others] }: ListItem): string | null {
  if (paragraph?.type !== 'paragraph' || others.length > 0) return null;
  const text = inlineText(leadingLink(paragraph) ?? paragraph);
  return text === '' || text.length > longestName || isSentence(text) ? null : text;
}

/** The dots of `dNation, s.r.o.`, `ALASCA e.V.` and `Example Inc.` end no sentence. */
const isSentence = (text: string): boolean => /[!?:;]$|\p{Ll}{4,}\.(?:\s|$)/u.test(text);
