import type { Link, LinkReference, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { dedentedSource, inlineText, spanOf } from '../mdast-node.ts';
import type { GoalText, PartnerText } from './extraction.ts';
import type { ItemsBelow, ReadContext, RulePlace } from './rule-item.ts';
import { sourceOf } from './source.ts';
import { webLinkOf } from './web-link.ts';

/**
 * The items of the first list that stands directly below the heading: before the next heading of any level, because a
 * list below a further heading ("How to join") is about something else, as is one after further text ("More
 * information:").
 */
export function findListItems({ document, rule, headings, index }: RulePlace): ItemsBelow<ListItem> {
  const { first, further } = listsOf(headings[index]?.blocks ?? []);
  const items = first.flatMap((list) =>
    list.children.map((node) => ({
      node,
      source: sourceOf(document, node, rule.name),
      column: spanOf(node).startColumn,
    })),
  );
  return { items, isNothing: first.length === 0, further };
}

/** The first lists, with nothing between them, and those after further text. */
function listsOf(blocks: readonly RootContent[]): { first: readonly List[]; further: readonly List[] } {
  const first: List[] = [];
  const further: List[] = [];
  let isOver = false;
  for (const block of blocks) {
    if (block.type === 'list') (isOver ? further : first).push(block);
    else isOver = first.length > 0;
  }
  return { first, further };
}

/** `- [Name](https://example.org), a few words` */
export function readLinkedItem(item: ListItem, { definitions }: ReadContext): PartnerText | null {
  const [first, ...rest] = item.children;
  const link = first?.type === 'paragraph' ? leadingLink(first) : null;
  if (first?.type !== 'paragraph' || link === null) return null;

  const webLink = webLinkOf(link, definitions);
  if (webLink === null || webLink.text === '') return null;
  const { text: name, url } = webLink;

  const after = inlineText(first)
    .slice(name.length)
    .replace(/^[\s–—:,.-]+/, '');
  const further = rest.filter((block) => block.type === 'paragraph').map(inlineText);
  const description = [after, ...further].filter((text) => text !== '').join(' ');
  return { name, url, description: description || null };
}

/** `- Name`, or the same as a linked item. */
export function readPartnerItem(item: ListItem, context: ReadContext): PartnerText | null {
  const name = ownText(item);
  return readLinkedItem(item, context) ?? (name === '' ? null : { name, url: null, description: null });
}

/** `- Text` */
export function readGoalItem(item: ListItem, { body }: ReadContext): GoalText | null {
  const [first] = item.children;
  const last = item.children.at(-1);
  const text = ownText(item);
  if (text === '' || first === undefined || last === undefined) return null;
  return { text, markdown: dedentedSource(body, first, last) };
}

/** An item's paragraphs, without lists nested in it. */
function ownText(item: ListItem): string {
  return item.children
    .filter((block) => block.type === 'paragraph')
    .map(inlineText)
    .join(' ');
}

/** The link that a paragraph begins with, also within emphasis. */
export function leadingLink(paragraph: Paragraph): Link | LinkReference | null {
  let first: PhrasingContent | undefined = paragraph.children[0];
  while (first?.type === 'strong' || first?.type === 'emphasis') first = first.children[0];
  return first?.type === 'link' || first?.type === 'linkReference' ? first : null;
}
