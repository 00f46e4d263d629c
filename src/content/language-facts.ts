import { type FallbackOptions, languageChain } from './language-chain.ts';
import type { PageNode } from './nodes.ts';

/** What there is in a language, and what is missing. */
export interface LanguageFacts {
  /** Canonical BCP 47 tag. */
  readonly tag: string;
  readonly isDefault: boolean;
  readonly pageCount: number;
  /** Pages of the language that other languages have, too. */
  readonly translatedCount: number;
  /** Pages that other languages have, each in the best language there is for this one; by path. */
  readonly missingIds: readonly string[];
}

/** What counts of a page here. */
type FactsOfPage = Pick<PageNode, 'id' | 'language' | 'translationIds'>;

/**
 * @param pages - by path and language
 * @param languages - tags, in the order of the result
 */
export function languageFactsOf(
  pages: readonly FactsOfPage[],
  languages: readonly string[],
  fallback: FallbackOptions,
): readonly LanguageFacts[] {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const groups = pages.flatMap((page) => {
    const group = [page, ...page.translationIds.flatMap((id) => byId.get(id) ?? [])];
    // each group once: at its first language
    return group.every(({ language }) => language >= page.language) ? [group] : [];
  });
  const places = new Map(pages.map((page, index) => [page, index]));
  return languages.map((tag) => {
    const own = pages.filter(({ language }) => language === tag);
    const chain = languageChain(tag, fallback);
    const missing = groups
      .filter((group) => group.every(({ language }) => language !== tag))
      .flatMap((group) => bestOf(group, chain) ?? [])
      .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    return Object.freeze({
      tag,
      isDefault: tag === fallback.defaultLanguage,
      pageCount: own.length,
      translatedCount: own.filter(({ translationIds }) => translationIds.length > 0).length,
      missingIds: Object.freeze(missing.map(({ id }) => id)),
    });
  });
}

/** The page in the first of the languages that has one, otherwise the first page. */
function bestOf(group: readonly FactsOfPage[], chain: readonly string[]): FactsOfPage | undefined {
  for (const tag of chain) {
    const found = group.find(({ language }) => language === tag);
    if (found !== undefined) return found;
  }
  return group[0];
}
