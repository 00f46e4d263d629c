import type { Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { RuleBook } from '../rules.ts';
import { definitionsOf } from './definitions.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { extractGoals } from './goals.ts';
import { extractLinks } from './links.ts';
import { findRuleItems } from './list-items.ts';
import { extractPartners } from './partners.ts';

/** One extractor for each type but Page, which is the document itself. */
const extractors = {
  links: extractLinks,
  partners: extractPartners,
  goals: extractGoals,
} satisfies { [Key in keyof Extraction]: Extractor<Extraction[Key][number]> };

export function extract(parsed: ParsedDocument, rules: RuleBook, report: (diagnostic: Diagnostic) => void): Extraction {
  const ruleItems = findRuleItems(parsed, rules, report);
  const input = { ...parsed, definitions: definitionsOf(parsed.tree), ruleItems };
  return {
    links: extractors.links(input, report),
    partners: extractors.partners(input, report),
    goals: extractors.goals(input, report),
  };
}
