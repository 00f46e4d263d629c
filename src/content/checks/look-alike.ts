import { normalized } from '../normalized.ts';

/**
 * Letters of other alphabets and the Latin ones that they look like, small or as capitals: the part of the table of
 * UTS #39 that meets people who switch keyboards. Within one alphabet no two of them have the same look.
 */
const latin: ReadonlyMap<string, string> = new Map([
  // Cyrillic
  ...pairs('авсԁеһіјкӏморԛѕтѵԝху', 'abcdehijklmopqstvwxy'),
  // Greek
  ...pairs('αβεζηικμνορτυχ', 'abezhikmvoptyx'),
]);

/**
 * What a text looks like: two with the same look are easily taken for one (after UTS #39, section 4). Compatibility forms
 * such as full-width letters, case, and letters of other alphabets that look like Latin ones do not count; accents do.
 */
export function lookOf(text: string): string {
  const plain = normalized(normalized(text, 'NFKC').toLowerCase(), 'NFKC').replaceAll('ς', 'σ');
  return [...plain].map((letter) => latin.get(letter) ?? letter).join('');
}

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to];
  return [...from].map((letter, index) => [letter, letters[index] ?? letter]);
}
