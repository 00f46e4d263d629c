/** Finds words in a text, without making strings of them. Offsets are UTF-16 code units. */
export interface WordScanner {
  /** Whether a code unit belongs to a word: letters, digits and marks of the basic plane. */
  isWordUnit(unit: number): boolean;
  /** The end of the word that `from` is in, but at most `limit`. */
  endOfWord(text: string, from: number, limit: number): number;
  /**
   * The beginning of the word that follows the one which ends at `from`, as part of the same name; -1 for none. A line may
   * end between them only before `limit`, where the block goes on.
   */
  nextWord(text: string, from: number, limit: number): number;
}

/** What may stand between two words of a name, in code units. */
const maximumGap = 24;

export function createWordScanner(): WordScanner {
  const isWordUnit = createWordTest();

  function endOfWord(text: string, from: number, limit: number): number {
    let end = from + 1;
    while (end < limit && isWordUnit(text.charCodeAt(end))) end++;
    return end;
  }

  function nextWord(text: string, from: number, limit: number): number {
    const end = Math.min(text.length, from + maximumGap);
    let position = from;
    while (position < end && !isWordUnit(text.charCodeAt(position))) position++;
    if (position === end || position === from) return -1;
    const gap = text.slice(from, position);
    if (gap.includes('&') && text.startsWith('amp;', position)) return entityEnd(text, from);
    return isGap(gap) && (position < limit || !gap.includes('\n')) ? position : -1;
  }

  /** `&amp;` between words holds letters that belong to none of them. */
  function entityEnd(text: string, from: number): number {
    const match = /^\s*&amp;\s*/.exec(text.slice(from, from + maximumGap));
    const end = match === null ? -1 : from + match[0].length;
    return end !== -1 && isWordUnit(text.charCodeAt(end)) ? end : -1;
  }

  return { isWordUnit, endOfWord, nextWord };
}

/** White space, the punctuation of names, and marks of emphasis; a line end only within a block. */
const isGap = (gap: string): boolean => /^(?:[^\S\n]|[&.,'’/+*_~\\‐‑–-])*(?:\n[ \t>]*)?[*_~]*$/u.test(gap);

/** Looked up once for each code unit. */
function createWordTest(): (unit: number) => boolean {
  const unknown = 0;
  const yes = 1;
  const no = 2;
  const known = new Uint8Array(65_536);
  return (unit) => {
    if (known[unit] === unknown) known[unit] = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? yes : no;
    return known[unit] === yes;
  };
}
