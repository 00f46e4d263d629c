import { languageOfName } from './language-tag.ts';

/** What happens where a language has no text of its own. */
export interface FallbackOptions {
  /** Further languages to try by the tag that was asked for, in their order, all tags canonical. */
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
  readonly defaultLanguage: string;
}

/**
 * The languages to try for a tag, the best first and each once: the tag, the tag shortened step by step (RFC 4647,
 * section 3.4), the configured chains of all of these, and the default language. `de-AT` may give `de-AT`, `de`, `fr`,
 * `en`.
 *
 * @param tag - canonical BCP 47 tag
 */
export function languageChain(tag: string, { fallbacks, defaultLanguage }: FallbackOptions): readonly string[] {
  const ranges = lookupRanges(tag);
  const configured = ranges.flatMap((range) => (Object.hasOwn(fallbacks, range) ? (fallbacks[range] ?? []) : []));
  return [...new Set([...ranges, ...configured, defaultLanguage])];
}

/** Whether a path that begins with a tag is about a language of the content: `de-AT` is where there is `de`. */
export function isServedLanguage(tag: string, isKnown: (tag: string) => boolean): boolean {
  return isKnown(tag) || (lookupRanges(tag).some(isKnown) && languageOfName(tag) === tag);
}

/** The tag and its shorter forms; a single-letter subtag goes together with what follows it (RFC 4647, section 3.4). */
function lookupRanges(tag: string): string[] {
  const ranges: string[] = [];
  const subtags = tag.split('-');
  while (subtags.length > 0) {
    ranges.push(subtags.join('-'));
    subtags.pop();
    while (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return ranges;
}
