import { nameKey, wordsOfName } from '../join/partner-names.ts';
import type { JsonValue } from '../json.ts';
import type { PartnerNode } from '../nodes.ts';
import { partnerGroups } from './language-groups.ts';
import type { Site } from './site.ts';

/** Names of the partners of a language. */
export interface PartnerNames {
  /** As written. */
  readonly written: string[];
  /** Of partners that the language has. */
  readonly own: NameSet;
  /** Of these and of all that only other languages have. */
  readonly known: NameSet;
}

/** Names that are equal but for case, punctuation and legal form. */
interface NameSet {
  readonly whole: Set<string>;
  /** The first words of names: `Cloud & Heat` of `Cloud & Heat Technologies`. */
  readonly beginnings: Set<string>;
}

/** By language; a language without partners has none. */
export function partnerNames(site: Site): ReadonlyMap<string, PartnerNames> {
  const known = emptySet();
  const byLanguage = new Map<string, PartnerNames>();
  const aliasesOf = aliasFinder(site);
  for (const group of partnerGroups(site)) {
    const names = [...new Set(group.flatMap((partner) => [partner.name, ...aliasesOf(partner)]))];
    for (const name of names) add(name, known);
    for (const { language, name: written } of group) {
      const ofLanguage = byLanguage.get(language) ?? { written: [], own: emptySet(), known };
      byLanguage.set(language, ofLanguage);
      ofLanguage.written.push(written);
      for (const name of names) add(name, ofLanguage.own);
    }
  }
  return byLanguage;
}

/** Whether a text is one of the names, begins with one (`OSISM GmbH, Stuttgart`), or is the beginning of one. */
export function isNameOf(text: string, { whole, beginnings }: NameSet): boolean {
  const starts = beginningsOf(text);
  const [first] = starts;
  if (first === undefined) return whole.has(nameKey(text));
  return starts.some((start) => whole.has(start)) || (beginnings.has(first) && beginnings.has(nameKey(text)));
}

const emptySet = (): NameSet => ({ whole: new Set(), beginnings: new Set() });

function add(name: string, { whole, beginnings }: NameSet): void {
  whole.add(nameKey(name));
  for (const key of beginningsOf(name)) beginnings.add(key);
}

function beginningsOf(name: string): readonly string[] {
  let start = '';
  return wordsOfName(name).map((word) => {
    start += word.toLowerCase();
    return start;
  });
}

/** Finds the other names that the configuration or a partner's own file declares. */
function aliasFinder({ options }: Site): (partner: PartnerNode) => readonly string[] {
  const declared = new Map<string, string[]>();
  for (const names of Object.entries(options.partners.aliases).map(([name, others]) => [name, ...others])) {
    for (const name of names) declared.set(nameKey(name), names);
  }
  return ({ name, frontmatter }) => {
    const own = textsOf(frontmatter?.['aliases']);
    return [...own, ...[name, ...own].flatMap((one) => declared.get(nameKey(one)) ?? [])];
  };
}

/** One text or a list of texts. */
const textsOf = (value: JsonValue | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
