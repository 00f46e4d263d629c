import { limits } from './limits.ts';

const manyMarks = new RegExp(String.raw`\p{M}{${limits.marksInARow}}`, 'u');

/**
 * A text in a normalization form of Unicode (UAX #15). One with more combining marks in a row than people write stays as
 * it is: to order them takes a time that grows with the square of their number, and texts come from anybody.
 */
export function normalized(text: string, form: 'NFC' | 'NFKC' = 'NFC'): string {
  return text.length >= limits.marksInARow && manyMarks.test(text) ? text : text.normalize(form);
}
