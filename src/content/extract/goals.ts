import type { ListItem } from 'mdast';
import { dedentedSource, inlineText } from '../mdast-node.ts';
import type { ExtractedGoal, Extractor } from './extraction.ts';
import { ruleItems, skippedItem } from './list-items.ts';
import { sourceOf } from './source.ts';

/** Goals are list items below a heading that names goals. */
export const extractGoals: Extractor<ExtractedGoal> = (parsed, rules, report) => {
  const goalRules = rules.filter((rule) => rule.type === 'Goal');
  return ruleItems(parsed, goalRules, report).flatMap((found) => {
    const text = ownText(found.item);
    if (text === '') {
      report(skippedItem(parsed, found, 'a list item with text'));
      return [];
    }
    const { document } = parsed;
    return { text, markdown: ownMarkdown(found.item, document.body), source: sourceOf(document, found.item) };
  });
};

/** The item's paragraphs, without lists nested in it. */
function ownText(item: ListItem): string {
  return item.children
    .filter((block) => block.type === 'paragraph')
    .map(inlineText)
    .join(' ');
}

/** The item's Markdown without its marker and its indentation. */
function ownMarkdown(item: ListItem, body: string): string {
  const [first] = item.children;
  const last = item.children.at(-1);
  if (first === undefined || last === undefined) return '';
  return dedentedSource(body, first, last);
}
