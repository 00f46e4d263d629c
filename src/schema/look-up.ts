import { withoutOrigin } from '../content/extract/link-kind.ts';
import { pathCandidates } from '../content/join/site-path.ts';
import { isServedLanguage, languageChain } from '../content/language-chain.ts';
import type { PageNode } from '../content/nodes.ts';
import type { ContentReader, LanguageChain } from '../store/contract.ts';
import type { MaybePromise } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';

/** The arguments of look-ups that say which language is wanted. */
export const languageArguments = builder.args((t) => ({
  language: t.field({ type: 'Language', description: 'Language that is wanted; left out, the default language.' }),
  fallback: t.boolean({
    defaultValue: true,
    description:
      'Whether another language may be given where this one has no text: its shorter tags (`de-AT`, `de`; RFC 4647), the configured ones, the default language. The `language` of what is given says which it is.',
  }),
}));

interface LanguageArguments {
  readonly language?: string | null | undefined;
  readonly fallback?: boolean | null | undefined;
}

/** The languages to look in, the best first. */
export function chainOf({ info }: ContentReader, { language, fallback }: LanguageArguments): LanguageChain {
  const wanted = language ?? info.defaultLanguage;
  return fallback === false ? [wanted] : languageChain(wanted, info);
}

/** The page that a path on the site leads to. A language that the path begins with is what its writer wants. */
export function pageByPath(
  reader: ContentReader,
  path: string,
  { language, fallback }: LanguageArguments,
): MaybePromise<PageNode | null> {
  const { languages, origins } = reader.info;
  const isKnown = (tag: string): boolean => languages.some((known) => known.tag === tag);
  const candidates = pathCandidates(withoutOrigin(path, origins), (tag) => isServedLanguage(tag, isKnown));
  return reader.pageByPath(
    candidates.map((candidate) => ({
      path: candidate.path,
      languages: chainOf(reader, { language: candidate.language ?? language, fallback }),
    })),
  );
}
