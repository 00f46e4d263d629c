import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import { isPublished, type Publication } from '../../src/content/publication.ts';
import { createDiagnostic } from '../../src/content/diagnostic.ts';
import { createUnderstanding } from '../../src/content/understand.ts';

const understand = createUnderstanding(defaultBuildOptions);

/** What a file with these bytes says about publishing. */
const publicationOf = (file: string | Uint8Array): Publication =>
  understand({ path: 'en/page.md', bytes: Buffer.from(file) }).publication;
const readFields = (...lines: readonly string[]) => publicationOf(`---\n${lines.join('\n')}\n---\n\nText\n`);
const instantOf = (written: string): string | null => {
  const { draft, publishAt } = readFields(`publishAt: ${written}`);
  return draft || publishAt === null ? null : new Date(publishAt).toISOString();
};

describe('an instant', () => {
  test.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['"2026-11-23"', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23T09:30', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23 09:30:15', '2026-11-23T09:30:15.000Z'],
    ['2026-11-23T09:30:15.25Z', '2026-11-23T09:30:15.250Z'],
    ['2026-11-23t09:30:15.123456789z', '2026-11-23T09:30:15.123Z'],
    ['2026-11-23T09:30+01:00', '2026-11-23T08:30:00.000Z'],
    ['2026-11-23 09:30 +0100', '2026-11-23T08:30:00.000Z'],
    ['2026-11-23T23:30:00-05:30', '2026-11-24T05:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0000-01-01', '0000-01-01T00:00:00.000Z'],
  ])('%s is %s', (written, instant) => {
    expect(instantOf(written)).toBe(instant);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-11-23T24:00',
    '2026-11-23T09:60',
    '2026-11-23T09:30:60Z',
    '2026-11-23T09:30+24:00',
    '2026-11-23T09:30+01',
    '2026-11-23T',
    '2026-11-23T9:30',
    '23.11.2026',
    '20261123',
    '2026',
    '1795424400000',
    'tomorrow',
    '',
    '""',
    '~',
    '[2026-11-23]',
    '{at: 2026-11-23}',
    'true',
    '+2026-11-23',
    '2026-11-23T09:30Z Z',
  ])('is none in "%s", which hides the document', (written) => {
    expect(instantOf(written)).toBeNull();
    expect(readFields(`expireAt: ${written}`).draft).toBe(true);
  });
});

describe('a draft', () => {
  test.each(['true', 'True', 'TRUE', '"true"', '"false"', 'yes', 'no', '1', '0', 'null', '', '[]', '{}'])(
    'is what says "draft: %s"',
    (value) => {
      expect(readFields(`draft: ${value}`).draft).toBe(true);
    },
  );

  test.each(['false', 'False', 'FALSE'])('is not what says "draft: %s"', (value) => {
    expect(readFields(`draft: ${value}`)).toEqual({ draft: false, publishAt: null, expireAt: null });
  });

  test.each([
    ...['Draft: true', 'DRAFT: true', '"draft": true', 'draft : true', '" draft ": true'],
    ...['draft\u00a0: true', '\u200bdraft: true', '\u2060draft\ufeff: true', 'ｄｒａｆｔ: true'],
    ...['published: false', 'Published: "false"', 'published: no', 'published: 0'],
  ])('is what says %s', (line) => {
    expect(readFields(line).draft).toBe(true);
  });

  test.each(['published: true', 'published: 2026-11-23', 'published:', 'published: {toString: false}'])(
    'is not what says %s',
    (line) => {
      expect(readFields(line).draft).toBe(false);
    },
  );

  test.each(['_drafts/page.md', 'en/_drafts/page.md', 'en/_Drafts/later/page.md'])('is what lies at %s', (path) => {
    const { understood, publication } = understand({ path, bytes: Buffer.from('---\ndraft: false\n---\n\nText\n') });
    expect([understood === null, publication.draft]).toEqual([false, true]);
  });

  test('is what lies in a folder for drafts, and cannot be read', () => {
    const problem = createDiagnostic({ code: 'file-unreadable', path: '_drafts/a.md', message: 'm', hint: 'h' });
    expect(understand({ path: '_drafts/a.md', problem }).publication.draft).toBe(true);
  });

  test.each(['en/drafts/page.md', 'en/my_drafts/page.md', 'en/_drafts.md'])('is not what lies at %s', (path) => {
    expect(understand({ path, bytes: Buffer.from('Text\n') }).publication.draft).toBe(false);
  });

  test.each(['drafts: true', 'meta: {draft: true}', 'my-draft: true', 'toString: true', '__proto__: {draft: true}'])(
    'is not what says %s',
    (line) => {
      expect(readFields(line).draft).toBe(false);
    },
  );
});

test('keys in another case or with other word separators count, too, and each can hide the document', () => {
  const publication = readFields('publish_at: 2026-01-02', 'Publish At: 2026-01-01', 'Expire-At: 2026-02-01');
  expect(publication).toEqual({
    draft: false,
    publishAt: Date.parse('2026-01-02'),
    expireAt: Date.parse('2026-02-01'),
  });
});

test('a document is published from the first instant on until just before the last', () => {
  const span = { draft: false, publishAt: 10, expireAt: 20 };
  expect([9, 10, 19, 20].map((instant) => isPublished(span, instant))).toEqual([false, true, true, false]);
  expect(isPublished({ ...span, draft: true }, 15)).toBe(false);
  expect(isPublished({ draft: false, publishAt: 20, expireAt: 10 }, 15)).toBe(false);
});

describe('a file that cannot be served still says that it is hidden', () => {
  const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> theirs\n';
  test.each<[string, string | Uint8Array]>([
    ['with broken Markdown', `---\ndraft: true\n---\n${conflict}`],
    ['with broken YAML', '---\ntitle: a: b\ndraft: true\n---\n'],
    ['with broken YAML and a comment', '---\ntitle: a: b\ndraft: yes # later\n---\n'],
    ['with a time that is none in broken YAML', '---\ntitle: a: b\npublishAt: soon\n---\n'],
    ['with a key twice', '---\ndraft: false\ndraft: true\n---\n'],
    ['without a closing fence', '---\ndraft: true\n\nText\n'],
    ['with TOML', '+++\ndraft = true\n+++\n'],
    ['with JSON', '{ "title": "x", "draft": true }\n\nText\n'],
    ['with JSON in lines', '{\n\n  "title": "x",\n\n  "draft": true\n}\n\nText\n'],
    ['without an opening fence', 'title: x\ndraft: true\n---\n\nText\n'],
    ['with dashes that a word processor made one', '\u2014\ntitle: x\nDraft: yes\n\u2014\n\nText\n'],
    ['with a fence of its own', '***\ndraft = true\n***\n\nText\n'],
    ['in a comment of HTML', '<!--\npublished: false\n-->\n\nText\n'],
    ['with broken YAML and a no-break space', '---\ntitle: a: b\ndraft\u00a0: true\n---\n'],
    ['with broken YAML and a key of Jekyll', '---\ntitle: a: b\npublished: false\n---\n'],
    ['with JSON behind a fence', '---json\n{"title": "x", "draft": true}\n---\n'],
    ['with white space above', '\n---\ndraft: true\n---\n'],
    ['in Latin-1', Buffer.from('---\ndraft: true\ntitle: Größe\n---\n', 'latin1')],
    ['in UTF-16', Buffer.from('\ufeff---\ndraft: true\ntitle: Größe\n---\n', 'utf16le')],
  ])('%s', (_, file) => {
    const { understood, publication } = understand({ path: 'en/page.md', bytes: Buffer.from(file) });
    expect({ isServed: understood !== null, isDraft: publication.draft }).toEqual({ isServed: false, isDraft: true });
  });

  test('by times that can be read', () => {
    expect(publicationOf('---\ntitle: a: b\npublishAt: "2026-11-23T09:00Z"\nexpireAt: 2026-11-24\n---\n')).toEqual({
      draft: false,
      publishAt: Date.parse('2026-11-23T09:00Z'),
      expireAt: Date.parse('2026-11-24T00:00Z'),
    });
  });

  test.each(['---\ntitle: a: b\ndraft: false\n---\n', '---\ntitle: a: b\n---\n\ndraft: true\n'])(
    'or not: %j',
    (text) => {
      expect(publicationOf(text)).toEqual({ draft: false, publishAt: null, expireAt: null });
    },
  );
});

test.each([
  'Draft: the charter\n',
  'Text\n\ndraft: true\n',
  '# How to\n\ndraft: true\n',
  '```yaml\ndraft: true\n```\n',
  'draft: false\n---\n\nText\n',
  'Published: 2026-11-23\n\nText\n',
  '{% include "draft" %}\n',
  '{: .draft }\n',
])('text that is about drafts is served: %j', (text) => {
  const { understood, publication } = understand({ path: 'en/page.md', bytes: Buffer.from(text) });
  expect([understood === null, publication.draft]).toEqual([false, false]);
});
