import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshotWith } from '../support/content.ts';
import { expectSameSnapshot } from '../support/same-snapshot.ts';

const word = fc.constantFrom('oak', 'Oak', 'ash', 'élan', 'OSISM', 'Beta AG', '林');
const folder = fc.constantFrom('en/', 'de/', 'de-AT/', 'en/news/', 'de/news/', 'notes/', 'en/partners/', '');

const frontmatter = fc
  .record(
    {
      slug: word,
      title: word,
      translationKey: word,
      language: fc.constantFrom('en', 'de', 'fr'),
      name: word,
      url: fc.constantFrom('https://a.example', 'https://b.example/x', 'nowhere'),
      date: fc.constantFrom('2026-01-01', 'todo'),
    },
    { requiredKeys: [] },
  )
  .map((fields) => Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`));

const block = fc.oneof(
  fc.tuple(word, word).map(([text, target]) => `[${text}](/${target}) and [${text}](${target}.md#${text})\n`),
  word.map((text) => `## ${text}\n`),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => {
    const items = words.map((text) => `- [${text}](https://${text.length}.example/${text})\n`);
    return `## Partners\n\n${items.join('')}`;
  }),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words) => `## Ziele\n\n${words.map((text) => `- ${text}\n`).join('')}`),
  fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.map((text) => `- ${text}\n`).join('')),
);

const files = fc
  .array(fc.tuple(folder, word, frontmatter, fc.array(block, { maxLength: 4 })), { minLength: 1, maxLength: 8 })
  .map((pages) =>
    pages.map(([place, name, fields, blocks]): [string, string] => [
      `${place}${name}.md`,
      `---\n${fields.join('')}---\n\n${blocks.join('\n')}`,
    ]),
  );

const shuffled = files.chain((entries) => {
  const unique = [...new Map(entries)];
  return fc.tuple(fc.constant(unique), fc.shuffledSubarray(unique, { minLength: unique.length }));
});

it('changes neither ids nor order nor anything else of a snapshot', () => {
  fc.assert(
    fc.property(shuffled, ([inOrder, inAnother]) => {
      const [found, expected] = [inAnother, inOrder].map((entries) => snapshotWith(Object.fromEntries(entries)));
      if (found === undefined || expected === undefined) throw new Error('expected two snapshots');
      expectSameSnapshot(found, expected);
      expect([...found.nodes.keys()]).toEqual([...expected.nodes.keys()]);
    }),
    { numRuns: 300 },
  );
});
