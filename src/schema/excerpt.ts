/** The beginning of a text in at most `length` characters (code points), cut between words and then ended with `…`. */
export function excerptOf(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const characters = [...line.slice(0, 2 * length + 2)];
  if (characters.length <= length) return line;
  const room = characters.slice(0, length - 1).join('');
  const lastSpace = characters[length - 1] === ' ' ? room.length : room.lastIndexOf(' ');
  const cut = lastSpace > 0 ? room.slice(0, lastSpace) : room;
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Words as a reader counts them: what stands between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0;
}
