import type { Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { RuleBook } from '../rules.ts';
import { definitionsOf } from './definitions.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { findRuleItems } from './find-rule-items.ts';
import { extractGoals } from './goals.ts';
import { anchorsOf } from './html-anchors.ts';
import { extractImages } from './images.ts';
import { extractLinks } from './links.ts';
import { extractNameLists } from './name-lists.ts';
import { extractPartners } from './partners.ts';
import { proseOf } from './prose.ts';
import { checkRuleCounts } from './rule-counts.ts';

/** One extractor for each type but Page, which is the document itself, and for what links, mentions and checks need. */
const extractors = {
  links: extractLinks,
  partners: extractPartners,
  goals: extractGoals,
  images: extractImages,
  nameLists: extractNameLists,
} satisfies { [Key in Exclude<keyof Extraction, 'anchors' | 'prose'>]: Extractor<Extraction[Key][number]> };

export interface ExtractContext {
  readonly rules: RuleBook;
  /** Origins of the site itself: links to them are not links to elsewhere. */
  readonly origins: readonly string[];
}

export function extract(
  parsed: ParsedDocument,
  { rules, origins }: ExtractContext,
  report: (diagnostic: Diagnostic) => void,
): Extraction {
  const found = findRuleItems(parsed, rules, report);
  const { document, tree, frontmatter } = parsed;
  const definitions = definitionsOf(tree);
  const input = { document, tree, frontmatter, definitions, origins, ruleItems: found.items };
  const partners = extractors.partners(input, report);
  const goals = extractors.goals(input, report);
  checkRuleCounts(found, { partners, goals }, report);
  return {
    links: extractors.links(input, report),
    partners,
    goals,
    images: extractors.images(input, report),
    nameLists: extractors.nameLists(input, report),
    anchors: anchorsOf(parsed),
    prose: proseOf(parsed),
  };
}
