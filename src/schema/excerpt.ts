/** The beginning of a text in at most `length` characters (code points), cut between words and then ended with `…`. */
export function excerptOf(text: string, length: number): string {
  const line = beginningOf(text, 2 * length + 2);
  if (line.length <= length) return line;
  const characters = [...line.slice(0, 2 * length + 2)];
  if (characters.length <= length) return line;
  const room = characters.slice(0, length - 1).join('');
  const lastSpace = characters[length - 1] === ' ' ? room.length : room.lastIndexOf(' ');
  const cut = lastSpace > 0 ? room.slice(0, lastSpace) : room;
  return `${withoutLastPunctuation(cut)}…`;
}

/** Words as a reader counts them: what stands between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** The text in one line, with one space between words; of a longer one no less than so many UTF-16 code units. */
function beginningOf(text: string, length: number): string {
  let line = '';
  for (const [word] of text.matchAll(/\S+/g)) {
    line += line === '' ? word : ` ${word}`;
    if (line.length > length) break;
  }
  return line;
}

const punctuation: ReadonlySet<string | undefined> = new Set(' ,;:–—-');

/** An expression that is bound to the end would try each run of dashes from each of its characters. */
function withoutLastPunctuation(line: string): string {
  let end = line.length;
  while (punctuation.has(line[end - 1])) end--;
  return line.slice(0, end);
}
