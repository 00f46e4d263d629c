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
  return name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
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
  return key === '' ? name.normalize('NFC').trim() : key;
}
