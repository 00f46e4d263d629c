import { dedentedSource } from '../dedented-source.ts';
import { inlineText } from '../inline-text.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';
import type { GoalText, PartnerText } from './extraction.ts';
import type { ItemsBelow, ReadContext, RulePlace } from './rule-item.ts';
import { sourceOf } from './source.ts';
import { webLinkOf } from './web-link.ts';

/**
 * The items of the first list that stands directly below the heading: before the next heading of any level, because a
 * list below a further heading ("How to join") is about something else, as is one after further text ("More
 * information:").
 */
export function findListItems({ document, tree, rule, headings, index }: RulePlace): ItemsBelow<NodeId> {
  const { first, further } = listsOf(tree, headings[index]?.blocks ?? []);
  const items = first.flatMap((list) =>
    tree.childrenOf(list).map((node) => ({
      node,
      source: sourceOf(document, tree, node, rule.name),
      column: tree.startColumnOf(node),
    })),
  );
  return { items, isNothing: first.length === 0, further };
}

/** The first lists, with nothing between them, and those after further text. */
function listsOf(
  tree: SyntaxTree,
  blocks: readonly NodeId[],
): { first: readonly NodeId[]; further: readonly NodeId[] } {
  const first: NodeId[] = [];
  const further: NodeId[] = [];
  let isOver = false;
  for (const block of blocks) {
    if (tree.typeOf(block) === 'list') (isOver ? further : first).push(block);
    else isOver = first.length > 0;
  }
  return { first, further };
}

/** `- [Name](https://example.org), a few words` */
export function readLinkedItem(item: NodeId, { tree, definitions }: ReadContext): PartnerText | null {
  const [first, ...rest] = tree.childrenOf(item);
  if (first === undefined || tree.typeOf(first) !== 'paragraph') return null;
  const link = leadingLink(tree, first);
  const webLink = link === null ? null : webLinkOf(tree, link, definitions);
  if (webLink === null || webLink.text === '') return null;
  const { text: name, url } = webLink;

  const after = inlineText(tree, first)
    .slice(name.length)
    .replace(/^[\s–—:,.-]+/, '');
  const further = rest.filter((block) => tree.typeOf(block) === 'paragraph').map((block) => inlineText(tree, block));
  const description = [after, ...further].filter((text) => text !== '').join(' ');
  return { name, url, description: description || null };
}

/** `- Name`, or the same as a linked item. */
export function readPartnerItem(item: NodeId, context: ReadContext): PartnerText | null {
  const name = ownText(context.tree, item);
  return readLinkedItem(item, context) ?? (name === '' ? null : { name, url: null, description: null });
}

/** `- Text` */
export function readGoalItem(item: NodeId, { tree, body }: ReadContext): GoalText | null {
  const children = tree.childrenOf(item);
  const first = children[0];
  const last = children.at(-1);
  const text = ownText(tree, item);
  if (text === '' || first === undefined || last === undefined) return null;
  return { text, markdown: dedentedSource(body, tree.startOf(first), tree.endOf(last)) };
}

/** An item's paragraphs, without lists nested in it. */
function ownText(tree: SyntaxTree, item: NodeId): string {
  const paragraphs = tree.childrenOf(item).filter((block) => tree.typeOf(block) === 'paragraph');
  return paragraphs.map((paragraph) => inlineText(tree, paragraph)).join(' ');
}

/** The link that a paragraph begins with, also within emphasis. */
export function leadingLink(tree: SyntaxTree, paragraph: NodeId): NodeId | null {
  let node = paragraph;
  let type = tree.typeOf(node);
  while ((node === paragraph || type === 'strong' || type === 'emphasis') && tree.childCountOf(node) > 0) {
    node = tree.childOf(node, 0);
    type = tree.typeOf(node);
  }
  return type === 'link' || type === 'linkReference' ? node : null;
}
