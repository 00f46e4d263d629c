import fc from 'fast-check';
import type { Files } from '../../support/content.ts';

/** Content before and after a change in which nothing changes places on its page, but much comes and goes. */
export interface Change {
  readonly before: Files;
  readonly after: Files;
}

interface RandomPage {
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly isRenamed: boolean;
  readonly titles: readonly [string, string];
  readonly days: readonly [string | null, string | null];
  readonly things: readonly Thing[];
}

/** Something that a page lists before the change, after it, or both. */
interface Thing {
  readonly name: string;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

const name = fc.constantFrom(...[...'qwertasdfgyxcv'].map((letter) => `thing${letter}`));
const often = fc.constantFrom(true, true, true, false);
const title = fc.constantFrom('oak', 'Ash', 'Ärger', 'Zoo', 'öl', 'Straße');
const day = fc.option(fc.constantFrom('2024-02-29', '2024-03-01'));

const randomPage: fc.Arbitrary<RandomPage> = fc.record({
  isBefore: often,
  isAfter: often,
  isRenamed: fc.boolean(),
  titles: fc.oneof(
    title.map((same) => [same, same] as const),
    fc.tuple(title, title),
  ),
  days: fc.oneof(
    day.map((same) => [same, same] as const),
    fc.tuple(day, day),
  ),
  things: fc.uniqueArray(fc.record({ name, isBefore: often, isAfter: often }), {
    selector: (thing) => thing.name,
    maxLength: 12,
  }),
});

const folder = fc.constantFrom('en', 'de', 'en/news', 'fr');
const slug = fc.constantFrom('oak', 'ash', 'zoo', 'elm', 'fig');

export const randomChange: fc.Arbitrary<Change> = fc
  .dictionary(
    fc.tuple(folder, slug).map((parts) => parts.join('/')),
    randomPage,
    { maxKeys: 8 },
  )
  .map((pages) => {
    const entries = Object.entries(pages);
    const always = { 'en/always.md': '# Always\n' };
    return {
      before: { ...always, ...Object.fromEntries(entries.flatMap(([path, page]) => fileBefore(path, page))) },
      after: { ...always, ...Object.fromEntries(entries.flatMap(([path, page]) => fileAfter(path, page))) },
    };
  });

function fileBefore(path: string, { isBefore, titles, days, things }: RandomPage): readonly [string, string][] {
  const names = things.filter((thing) => thing.isBefore).map((thing) => thing.name);
  return isBefore ? [[`${path}.md`, markdown(path, titles[0], days[0], names)]] : [];
}

/** A file of another name, where that changes, comes before all others. */
function fileAfter(
  path: string,
  { isAfter, isRenamed, titles, days, things }: RandomPage,
): readonly [string, string][] {
  const names = things.filter((thing) => thing.isAfter).map((thing) => thing.name);
  const file = isRenamed ? path.replace(/(?=[^/]*$)/, '0-') : path;
  return isAfter ? [[`${file}.md`, markdown(path, titles[1], days[1], names)]] : [];
}

function markdown(path: string, title: string, day: string | null, names: readonly string[]): string {
  return [
    '---',
    `title: ${title}`,
    `slug: ${path.slice(path.lastIndexOf('/') + 1)}`,
    ...(day === null ? [] : [`date: ${day}`]),
    '---',
    '## Partners',
    '',
    ...names.map((name) => `- [${name}](https://${name}.example)`),
    '',
    '## Goals',
    '',
    ...names.map((name) => `- ${name} [more](/${name})`),
    '',
  ].join('\n');
}
