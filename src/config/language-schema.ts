import { z } from 'zod';
import { canonicalLanguage } from '../content/language-tag.ts';
import type { ConfigProblem } from './config-problem.ts';
import { expecting, shown } from './expecting.ts';
import { repeatedTags } from './repeated-tags.ts';
import { languageTag } from './value-schemas.ts';

/** What is said about languages. */
export const languageFields = {
  languages: z
    .array(languageTag, expecting('a list of language tags'))
    .min(1, expecting('at least one language tag'))
    .superRefine((tags, { addIssue }) => {
      for (const { index, message } of repeatedTags(tags)) addIssue({ code: 'custom', path: [index], message });
    })
    .optional()
    .meta({
      description:
        'Languages that the site is to have, as BCP 47 tags: what lacks one of them is reported. When left out, those that folders, file names or frontmatter declare.',
      examples: [['de', 'en']],
    }),
  defaultLanguage: languageTag.optional().meta({
    description:
      'Language of documents that say nothing about theirs, and of queries that name none. `en` when left out, or the first of `languages` where these lack it.',
    default: 'en',
    examples: ['de'],
  }),
  fallback: z
    .record(
      languageTag,
      z.array(languageTag, expecting('a list of language tags')),
      expecting('a mapping of language tags to lists of language tags'),
    )
    .superRefine((chains, { addIssue }) => {
      for (const { path, message } of wrongChains(chains)) addIssue({ code: 'custom', path, message });
    })
    .optional()
    .meta({
      description:
        'Languages to try where one has no text, best first. A tag without its region comes before them, the default language after them.',
      default: {},
      examples: [{ 'de-AT': ['de', 'en'] }],
    }),
};

/** Tags are tags also where one of them stands twice, which is told of its own. */
const together = z.object({ languages: z.array(languageTag).min(1), defaultLanguage: languageTag });

/** What two keys contradict each other about: the default language has to be one of the languages. */
export function contradictions(input: unknown): readonly ConfigProblem[] {
  const { languages, defaultLanguage } = together.safeParse(input).data ?? {};
  if (languages === undefined || defaultLanguage === undefined) return [];
  if (languages.map(canonicalLanguage).includes(canonicalLanguage(defaultLanguage))) return [];
  const repeated = new Set(repeatedTags(languages).map(({ index }) => index));
  const options = languages.filter((_, index) => !repeated.has(index)).join(', ');
  const message = `expected one of the languages (${options}), but found ${shown(defaultLanguage)}`;
  return [{ path: 'defaultLanguage', message }];
}

function wrongChains(chains: Readonly<Record<string, readonly string[]>>) {
  const keys = Object.keys(chains);
  const repeatedKeys = repeatedTags(keys).map(({ index, message }) => ({ path: [keys[index] ?? ''], message }));
  const wrongTags = Object.entries(chains).flatMap(([key, chain]) => {
    const own = chain.flatMap((tag, index) => {
      if (canonicalLanguage(tag) !== canonicalLanguage(key)) return [];
      return [
        { path: [key, index], message: `expected other languages than ${shown(key)} itself, but found ${shown(tag)}` },
      ];
    });
    return [...own, ...repeatedTags(chain).map(({ index, message }) => ({ path: [key, index], message }))];
  });
  return [...repeatedKeys, ...wrongTags];
}
