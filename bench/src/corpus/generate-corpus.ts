import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, documentPair } from './document-pair.ts';
import { partnersPage } from './partners.ts';
import { type ByLanguage, languages, linkedNames, pairSections, withoutNames } from './sections.ts';

/**
 * Makes a corpus of so many documents, the same for the same content on every machine: the content as it is, a page that lists
 * partners, and documents put together from its sections, each in English and German.
 *
 * @param content - folder with the project's own content
 * @param count - documents in both languages together; even, and more than the content has
 * @throws {Error} when there are not so many, or the content has no pairs of translations.
 */
export function* generateCorpus(content: string, count: number): Generator<CorpusFile> {
  const own = [...ownPairs(content), pairOf('pages/alliance.md', partnersPage)];
  const pairs = count / languages.length - own.length;
  if (!Number.isInteger(pairs) || pairs < 1) {
    throw new Error(`expected an even number of documents above ${own.length * languages.length}, but got: ${count}`);
  }
  const names = linkedNames(own.map(({ texts }) => texts.en).join('\n'));
  const sections = withoutNames(
    own.flatMap(({ texts }) => pairSections(texts)),
    names,
  );
  for (const { path, texts } of own) {
    for (const language of languages) yield { path: `${language}/${path}`, text: texts[language] };
  }
  for (let index = 0; index < pairs; index++) yield* documentPair({ index, count: pairs, sections });
}

interface OwnPair {
  /** Below the folder of the language. */
  readonly path: string;
  readonly texts: ByLanguage<string>;
}

const pairOf = (path: string, texts: ByLanguage<string>): OwnPair => ({ path, texts });

function ownPairs(content: string): readonly OwnPair[] {
  const paths = readdirSync(join(content, 'en'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .toSorted();
  const read = (language: string, path: string): string => readFileSync(join(content, language, path), 'utf8');
  return paths.map((path) => pairOf(path, { en: read('en', path), de: read('de', path) }));
}
