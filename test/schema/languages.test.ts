import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';
import { badInput, problemsOf } from './problems.ts';

const files = { 'de-AT/jause.md': '# Jause\n', 'en/snack.md': '# Snack\n' };
const withVariable = 'query ($language: Language) { pages(language: $language) { nodes { slug language } } }';

const mistakes = [
  ['deutsch', ' Did you mean "de"?'],
  ['german', ' Did you mean "de"?'],
  ['de_DE', ' Did you mean "de-DE"?'],
  ['Englisch', ' Did you mean "en"?'],
  ['', ''],
  ['../../etc/passwd', ''],
] as const;

it.each(mistakes)('refuses the language "%s" as a literal', async (language, didYouMean) => {
  const answer = await apiOf(files).query(`{ pages(language: "${language}") { totalCount } }`);
  expect(answer.data).toBeUndefined();
  expect(problemsOf(answer)).toEqual([
    badInput(`Expected a BCP 47 language tag such as "de", but got: "${language}".${didYouMean}`),
  ]);
});

it.each(mistakes)('refuses the language "%s" as a variable', async (language, didYouMean) => {
  const answer = await apiOf(files).query(withVariable, { language });
  expect(answer.data).toBeUndefined();
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Variable "$language" got invalid value "${language}"; Expected a BCP 47 language tag such as "de", but got: "${language}".${didYouMean}`,
    ),
  ]);
});

it.each([
  ['de', ' Did you mean "de"?'],
  ['DE_AT', ' Did you mean "de-AT"?'],
  ['deutsch', ' Did you mean "de"?'],
  ['nonsense', ''],
])('refuses the language %s without quotes', async (literal, didYouMean) => {
  const answer = await apiOf(files).query(`{ pages(language: ${literal}) { totalCount } }`);
  expect(problemsOf(answer)).toEqual([
    badInput(`Expected a BCP 47 language tag such as "de", but got: ${literal}.${didYouMean}`),
  ]);
});

it.each(['5', 'true', '["de"]', '{tag: "de"}'])('refuses the language %s, which is no text', async (literal) => {
  const answer = await apiOf(files).query(`{ pages(language: ${literal}) { totalCount } }`);
  expect(problemsOf(answer)).toEqual([badInput(`Expected a BCP 47 language tag such as "de", but got: ${literal}.`)]);
});

it.each([5, true, ['de'], { tag: 'de' }])('refuses the variable %j, which is no text', async (language) => {
  const answer = await apiOf(files).query(withVariable, { language });
  expect(problemsOf(answer)).toEqual([
    badInput(
      `Variable "$language" got invalid value ${shown(language)}; Expected a BCP 47 language tag such as "de", but got: ${JSON.stringify(language)}.`,
    ),
  ]);
});

it.each(['de-AT', 'DE-at', 'de-at', 'dE-aT'])('understands the language "%s"', async (language) => {
  const expected = { data: { pages: { nodes: [{ slug: 'jause', language: 'de-AT' }] } } };
  expect(await apiOf(files).query(withVariable, { language })).toEqual(expected);
  const literal = `{ pages(language: "${language}") { nodes { slug language } } }`;
  expect(await apiOf(files).query(literal)).toEqual(expected);
});

it.each(['page(slug: "snack", language: "german") { id }', 'partner(slug: "a", language: "german") { id }'])(
  'refuses a language that is none in %s, too',
  async (field) => {
    expect(problemsOf(await apiOf(files).query(`{ ${field} }`))).toEqual([
      badInput('Expected a BCP 47 language tag such as "de", but got: "german". Did you mean "de"?'),
    ]);
  },
);

/** As graphql-js shows a value. */
const shown = (value: unknown): string => JSON.stringify(value).replace('{"tag":"de"}', '{ tag: "de" }');
