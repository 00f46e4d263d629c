import { expect, test } from 'vitest';
import { createContentBuilder } from '../../src/content/content-builder.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';
import { createUnderstanding } from '../../src/content/understand.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { quietOptions } from '../support/content.ts';
import { serveFiles } from '../support/server.ts';

const connections = 32;
/** Swaps of a short run, each after this many answers; a long one, `npm run soak:swap`, swaps ten times a second. */
const [shortSwaps, answersBetweenSwaps] = [30, 40];
const soakSeconds = Number(process.env['SOAK_SECONDS'] ?? 0);
const timeout = soakSeconds * 2000 + 120_000;

/** Every page says which version of the content it is of, so that an answer must say one version everywhere. */
const names = Array.from({ length: 12 }, (_, index) => `page-${index}`);
const pageText = (name: string, version: number): string =>
  `---\ntitle: Version ${version}\n---\n\n# Version ${version}\n\n- [Version ${version}](/${name}) of it\n`;

const query = `query ($a: String!, $b: String!, $first: Int!) {
  before: content { revision }
  a: page(slug: $a, language: "en") { title headings { text } links { text target { title } } }
  b: page(slug: $b, language: "en") { title html backlinks { text } }
  pages(first: $first) { totalCount nodes { title } }
  links(first: $first) { nodes { text } }
  after: content { revision }
}`;

test.each([true, false])(
  'no answer is torn, wrong or missing while snapshots are swapped (short way: %s)',
  { timeout },
  async (shortWay) => {
    const { next, current, versionOf } = createVersions();
    const store = createMemoryStore(current);
    const origin = await serveFiles({}, { store, shortWay });
    let [answerCount, swapCount] = [0, 0];
    const swap = (): void => {
      store.publish(next());
      swapCount++;
    };
    const end = performance.now() + soakSeconds * 1000;
    const isOver = (): boolean => (soakSeconds > 0 ? performance.now() > end : swapCount >= shortSwaps);
    const timer = soakSeconds > 0 ? setInterval(swap, 100) : null;

    await Promise.all(
      Array.from({ length: connections }, async (_, connection) => {
        for (let round = 0; !isOver(); round++) {
          const told = await ask(origin, connection + round);
          expect(new Set(told.versions)).toEqual(new Set([versionOf(told.revision)]));
          answerCount++;
          if (timer === null && answerCount % answersBetweenSwaps === 0) swap();
        }
      }),
    );
    if (timer !== null) clearInterval(timer);
    if (soakSeconds > 0) process.stderr.write(`${answerCount} answers over ${swapCount} swaps, none torn\n`);
    expect(answerCount).toBeGreaterThan(swapCount);
  },
);

/** Snapshots of the same pages, each of the next version. */
function createVersions() {
  const understand = createUnderstanding(quietOptions);
  const sourcesOf = (version: number) =>
    names.map((name) =>
      understand({ path: `en/${name}.md`, bytes: new TextEncoder().encode(pageText(name, version)) }),
    );
  const builder = createContentBuilder(quietOptions, { sources: sourcesOf(0), removed: [], assets: null });
  const versions = new Map([[builder.current().revision, 0]]);
  return {
    current: builder.current(),
    next(): Snapshot {
      const version = versions.size;
      const { snapshot } = builder.apply({ sources: sourcesOf(version), removed: [] });
      versions.set(snapshot.revision, version);
      return snapshot;
    },
    versionOf: (revision: string): number | undefined => versions.get(revision),
  };
}

interface Told {
  readonly revision: string;
  /** All versions that the answer speaks of. */
  readonly versions: readonly number[];
}

/** Asks in one of several ways: cached or new variables, POST or GET, with or without compression. */
async function ask(origin: string, number: number): Promise<Told> {
  const [a, b] = [names[number % names.length], names[(number * 7) % names.length]];
  const variables = { a, b, first: 1 + (number % 100) };
  const headers = { 'Accept-Encoding': number % 3 === 0 ? 'gzip' : 'identity' };
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response =
    number % 4 === 0
      ? await fetch(`${origin}/graphql?${parameters}`, { headers })
      : await fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
  const text = await response.text();
  expect([response.status, text]).toEqual([200, expect.not.stringMatching(/"errors"|null/)]);
  const { data } = JSON.parse(text) as { data: { before: { revision: string }; after: { revision: string } } };
  expect(data.after.revision).toBe(data.before.revision);
  const found = [...text.matchAll(/Version (\d+)/g)].map(([, version]) => Number(version));
  expect(found.length).toBeGreaterThan(6);
  return { revision: data.before.revision, versions: found };
}
