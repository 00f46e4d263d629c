import { primaryLanguage } from '../language-tag.ts';

/** Languages in which "todo" is a word: "all". There, only capitals are surely a note. */
const languagesWithTodo = new Set(['an', 'ast', 'es', 'gl', 'lad', 'pt']);

/** What people write where text is still to come, as a whole. */
const words = /^(?:todo|tbd|tba|fixme|x{3,}|change[-_ ]?me|to be (?:announced|defined|determined))$/i;

/** What such a text begins with: `TODO: ...`, `TODO(name): ...`, `Lorem ipsum ...`. */
const beginning = /^[([{<]?(?:(?:todo|fixme|tbd)(?:\([^()]{1,40}\))?:(?:\s|$)|lorem ipsum\b)/i;

/** Letters and digits with which neither of them begins: most texts are told apart by their first two. */
const beginsOtherwise =
  /^\s*(?:[0-9abdeg-km-su-wyz]|t[0-9ac-np-z]|f[0-9a-hj-z]|l[0-9a-np-z]|x[0-9a-wyz]|c[0-9a-gi-z])/i;

/** Longer than any of the words with the brackets and stops around it. */
const longestWord = 40;

/** Whether what begins like this can be a placeholder. */
export const canBePlaceholder = (beginning: string): boolean => !beginsOtherwise.test(beginning);

/** Whether a text as a whole stands for one that is still to be written. */
export function isPlaceholder(text: string, language: string): boolean {
  if (!canBePlaceholder(text)) return false;
  const trimmed = text.trim();
  if (isOtherWord(trimmed, language)) return false;
  return /^\?{3,}$/.test(trimmed) || beginning.test(trimmed) || isWord(trimmed);
}

function isWord(text: string): boolean {
  return text.length <= longestWord && words.test(text.replace(/^[\s\p{P}<]+|[\s\p{P}>]+$/gu, ''));
}

const isOtherWord = (text: string, language: string): boolean =>
  languagesWithTodo.has(primaryLanguage(language)) && /^\P{L}*todo/iu.test(text) && !/^\P{L}*TODO/u.test(text);
