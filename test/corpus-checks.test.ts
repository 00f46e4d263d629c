import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../src/content/build-snapshot.ts';

/** Real content that developers and CI have beside the project; everybody else runs the other tests. */
const corpus = fileURLToPath(new URL('../../shared/corpus', import.meta.url));
const hasCorpus = existsSync(corpus);
if (!hasCorpus) process.stderr.write(`No corpus at ${corpus}: its checks are skipped.\n`);

/** `code path:line` of everything that is said with the built-in options. */
const problemsOf = (folder: string): readonly string[] =>
  buildSnapshot(folder)
    .diagnostics.map(({ code, path, line }) => `${code} ${path}:${line}`)
    .toSorted();

describe.skipIf(!hasCorpus)('the checks', () => {
  test('say of the site of the Sovereign Cloud Stack what an editor would want to know, and nothing else', () => {
    expect(problemsOf(`${corpus}/scs`)).toEqual([
      'link-broken en/announcements/2025-06-11-eurostack-commentary.md:45',
      'partner-unlisted de/announcements/2024-10-23-osba-forum-scs-standards.md:74',
      'partner-unlisted en/announcements/2024-10-23-osba-forum-scs-standards.md:72',
      'partner-url-differs de/pages/network.md:38',
      'placeholder-value en/authors/marius-feldmann.md:3',
      'translation-missing de/press/2025-02-04-interview-behoerdenspiegel.md:1',
      'translation-missing en/authors/kurt-garloff.md:1',
      'translation-missing en/authors/marius-feldmann.md:1',
      'translation-structure de/announcements/2025-06-11-eurostack-commentary.md:1',
      'translation-structure de/announcements/2025-10-29-eucom-sovereignty.md:1',
      'translation-untranslated de/announcements/2023-09-20-release5.md:3',
      'translation-untranslated de/pages/index.md:7',
    ]);
  });

  test('say nothing of the seed', () => {
    expect(problemsOf(`${corpus}/seed`)).toEqual([]);
  });
});

test('the checks say nothing of the project’s own content', () => {
  expect(problemsOf(fileURLToPath(new URL('../content', import.meta.url)))).toEqual([]);
});
