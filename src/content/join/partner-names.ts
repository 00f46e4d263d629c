import { normalized } from '../normalized.ts';

/**
 * What companies and associations put behind their names, as words in lower case: it tells how they are organised, not
 * who they are. German, Austrian and Swiss forms, and the common ones of Europe and North America.
 */
const legalForms = [
  'gmbh, ggmbh, mbh, ug, ag, se, kg, ohg, gbr, kgaa, eg, ek, ev, aör, kör, partg, sarl, sàrl, haftungsbeschränkt',
  'e v, e k, e g, g mbh, co kg, ges m b h, a ö r',
  'inc, incorporated, llc, ltd, limited, corp, corporation, co, plc, llp, lp, pty, cic',
  'sa, sas, srl, spa, bv, nv, oy, oyj, ab, as, asa, aps, doo, kft, zrt, sro, sl, scop',
  's a, s a s, s r l, s p a, b v, n v, a s, s r o, d o o, sp z o o, s l, a g',
]
  .flatMap((forms) => forms.split(', '))
  .map((form) => form.split(' '))
  .toSorted((a, b) => b.length - a.length);

/** The words of a name: runs of letters and digits, in NFC. */
export function wordsOfName(name: string): readonly string[] {
  return normalized(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** What stands between the words of a name. */
export function gapsOfName(name: string): readonly string[] {
  return normalized(name)
    .split(/[\p{L}\p{N}\p{M}]+/u)
    .slice(1, -1);
}

/** The words of a name without its legal form; a name that is nothing else keeps it. */
export function shortName(words: readonly string[]): readonly string[] {
  const lower = words.map((word) => word.toLowerCase());
  let length = words.length;
  for (let form = formBefore(length); form !== undefined; form = formBefore(length)) length -= form.length;
  return words.slice(0, length);

  function formBefore(end: number): readonly string[] | undefined {
    return legalForms.find(
      (form) => form.length < end && form.every((word, index) => lower[end - form.length + index] === word),
    );
  }
}

/**
 * What tells partners apart by their names: case, punctuation, spaces and the legal form do not count, so that
 * `B1-Systems GmbH` and `B1 Systems` are one. A name without letters and digits stands for itself.
 */
export function nameKey(name: string): string {
  const key = shortName(wordsOfName(name)).join('').toLowerCase();
  return key === '' ? normalized(name).trim() : key;
}

/**
 * Words that companies take for names and that say something else in most texts: alone, without the legal form, they are not
 * looked for. German and English.
 */
const plainWords = new Set(
  [
    'advance alliance alpha art base beta blue bridge bright business capital care city clear cloud code connect consulting',
    'core creative data design digital direct dynamic east easy energy engineering essential european expert fast first flow',
    'focus force forward free future general global gold good green group grow health home human idea impact infra innovation',
    'insight institute link live logic market matrix media mind modern motion move native network next new north office one',
    'open partner planet plus power prime pro project pure quality red research safe science secure service services simple',
    'smart social software solar solution solutions source south space spring standard star start stream studio summit sun',
    'sure system systems team tech technology time trade trust union unit united value vision web west wind work works world',
    'aktiv arbeit bau bildung bund dienst energie freie freiheit gemeinsam gesellschaft gut haus heute immer initiative',
    'klar land leben licht mehr mensch mensche mitte morgen natur neu neue nord ost praxis raum schule sicher stadt stark süd',
    'system technik technologie umwelt unternehmen verein wasser weg welt west wir wissen zeit zentrum zukunft',
  ].flatMap((words) => words.split(' ')),
);

export const isPlainWord = (word: string): boolean => plainWords.has(word.toLowerCase());
