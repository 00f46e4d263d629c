import type { ListItem } from 'mdast';
import { dedentedSource } from '../mdast-node.ts';
import type { ExtractedGoal, Extractor } from './extraction.ts';
import { ownText, skippedItem } from './list-items.ts';
import { sourceOf } from './source.ts';

/** Goals are list items with text. */
export const extractGoals: Extractor<ExtractedGoal> = ({ document, ruleItems }, report) =>
  ruleItems.flatMap((found) => {
    if (found.rule.type !== 'Goal') return [];
    const { item } = found;
    const text = ownText(item);
    if (text !== '')
      return { text, markdown: ownMarkdown(item, document.body), source: sourceOf(document, item, found.rule.name) };
    report(skippedItem(document, found));
    return [];
  });

/** The item's Markdown without its marker and its indentation. */
function ownMarkdown(item: ListItem, body: string): string {
  const [first] = item.children;
  const last = item.children.at(-1);
  if (first === undefined || last === undefined) return '';
  return dedentedSource(body, first, last);
}
