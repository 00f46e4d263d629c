import type { Diagnostic } from '../diagnostic.ts';
import type { Extraction } from './extraction.ts';
import type { RuleFindings } from './find-rule-items.ts';
import { countDiffers } from './rule-problems.ts';

/**
 * Compares how many items each rule gave with how many it expects, over the whole page: its heading may stand there
 * twice. A rule that found nothing was reported where it looked, and is not again.
 */
export function checkRuleCounts(
  { items, places }: RuleFindings,
  { partners, goals }: Pick<Extraction, 'partners' | 'goals'>,
  report: (diagnostic: Diagnostic) => void,
): void {
  const expecting = places.filter(({ rule }) => rule.expected !== null);
  if (expecting.length === 0) return;
  const read = new Set([...partners, ...goals].map(({ source }) => source));
  for (const rule of new Set(expecting.map((place) => place.rule))) {
    const own = places.filter((place) => place.rule === rule);
    const candidates = items.filter((item) => item.rule === rule);
    const found = candidates.filter(({ source }) => read.has(source)).length;
    const { expected } = rule;
    if (own[0] === undefined || expected === null || expected === found || candidates.length === 0) continue;
    report(countDiffers(own[0], { expected, found, places: own }));
  }
}
