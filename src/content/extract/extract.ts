import type { Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { ExtractionRule } from '../rules.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { extractGoals } from './goals.ts';
import { extractLinks } from './links.ts';
import { extractPartners } from './partners.ts';

/** One extractor for each type but Page, which is the document itself. */
const extractors = {
  links: extractLinks,
  partners: extractPartners,
  goals: extractGoals,
} satisfies { [Key in keyof Extraction]: Extractor<Extraction[Key][number]> };

export function extract(
  parsed: ParsedDocument,
  rules: readonly ExtractionRule[],
  report: (diagnostic: Diagnostic) => void,
): Extraction {
  return {
    links: extractors.links(parsed, rules, report),
    partners: extractors.partners(parsed, rules, report),
    goals: extractors.goals(parsed, rules, report),
  };
}
