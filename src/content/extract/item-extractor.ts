import type { NodeSource } from '../nodes.ts';
import type { ExtractionRule } from '../rules.ts';
import type { Extractor } from './extraction.ts';
import { type ItemReaders, readItem } from './rule-item.ts';
import { skippedItem } from './rule-problems.ts';

/** Reads what rules of one type found, each item by its shape; one that is not written like an item is reported. */
export function createItemExtractor<Text>(
  type: ExtractionRule['type'],
  readers: ItemReaders<Text>,
): Extractor<Text & { readonly source: NodeSource }> {
  return ({ document: { body }, tree, definitions, ruleItems }, report) =>
    ruleItems.flatMap((found) => {
      if (found.rule.type !== type) return [];
      const text = readItem(readers, found, { tree, body, definitions });
      if (text !== null) return { ...text, source: found.source };
      report(skippedItem(found));
      return [];
    });
}
