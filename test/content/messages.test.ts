import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { buildSnapshot } from '../../src/content/build-snapshot.ts';
import { builtInRules } from '../../src/content/built-in-rules.ts';
import { type DiagnosticCode, diagnosticCodes } from '../../src/content/diagnostic.ts';
import { snapshotOf } from '../support/content.ts';
import { bodyMessages } from './messages/body-messages.ts';
import { frontmatterMessages } from './messages/frontmatter-messages.ts';
import { ruleMessages } from './messages/rule-messages.ts';
import { temporaryFolder } from './support.ts';

// no text is known that the parser refuses or that surprises who reads it, and a superuser may read every file
vi.mock(import('../../src/content/markdown.ts'), async (importActual) => {
  const actual = await importActual();
  const parseMarkdown: typeof actual.parseMarkdown = (text) => {
    if (text === 'unparsable\n') throw new Error('no such block');
    return actual.parseMarkdown(text);
  };
  return { ...actual, parseMarkdown };
});
vi.mock(import('../../src/content/extract/extract.ts'), async (importActual) => {
  const actual = await importActual();
  const extract: typeof actual.extract = (parsed, ...context) => {
    if (parsed.document.body === 'surprising\n') throw new Error('no such thing');
    return actual.extract(parsed, ...context);
  };
  return { ...actual, extract };
});
vi.mock(import('node:fs'), async (importActual) => {
  const actual = await importActual();
  const openSync: typeof actual.openSync = (path, ...rest) => {
    if (String(path).endsWith('locked.md')) throw Object.assign(new Error('not allowed'), { code: 'EACCES' });
    return actual.openSync(path, ...rest);
  };
  return { ...actual, openSync };
});

const rows = [...bodyMessages, ...frontmatterMessages, ...ruleMessages];
const titled = rows.map((row) => [`${row.code}: ${row.message}`, row] as const);

describe('each message, whole', () => {
  it.each(titled)('%s', (_, { text, path = 'en/page.md', rules = builtInRules, ...said }) => {
    expect(snapshotOf({ [path]: text }, { rules }, { view: 'everything' }).diagnostics).toEqual([{ ...said, path }]);
  });

  it('document-problems: how many more there are', () => {
    expect(snapshotOf({ 'en/page.md': '[a]()\n'.repeat(103) }).diagnostics.at(-1)).toEqual({
      code: 'document-problems',
      severity: 'warning',
      message: 'expected few problems, but found more from here on',
      hint: 'Mend those above first: 3 more are not told.',
      path: 'en/page.md',
      line: 101,
      column: 1,
    });
  });

  it('body-unparsable: what the parser says', () => {
    expect(snapshotOf({ 'en/page.md': '---\ntitle: One\n---\nunparsable\n' }).diagnostics).toEqual([
      {
        code: 'body-unparsable',
        severity: 'error',
        message: 'the Markdown could not be parsed: no such block',
        hint: 'Simplify what is unusual in it.',
        path: 'en/page.md',
        line: 4,
        column: 1,
      },
    ]);
  });

  it('document-failed: what happened', () => {
    expect(snapshotOf({ 'en/page.md': 'surprising\n' }).diagnostics).toEqual([
      {
        code: 'document-failed',
        severity: 'error',
        message: 'could not be understood: no such thing',
        hint: 'Simplify what is unusual in it, and report this to the makers of Foliograph.',
        path: 'en/page.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('file-unreadable: what the system says', () => {
    expect(buildSnapshot(temporaryFolder({ 'en/locked.md': 'Text' })).diagnostics).toEqual([
      {
        code: 'file-unreadable',
        severity: 'error',
        message: 'could not be read (EACCES)',
        hint: 'Check its permissions and its name.',
        path: 'en/locked.md',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('translation-key-repeated: whose key it is', () => {
    const keyed = (key: string): string => `---\ntitle: x\ntranslationKey: ${key}\n---\nText\n`;
    const files = { 'en/b.md': keyed('k'), 'en/a.md': keyed('k'), 'de/c.md': keyed('k'), 'en/d.md': keyed('other') };
    expect(snapshotOf(files).diagnostics).toEqual([
      {
        code: 'translation-key-repeated',
        severity: 'warning',
        message:
          'expected a translation key of its own, but "k" (en) is that of en/a.md, too: only that page is tied to other languages',
        hint: 'Give each page in one language another "translationKey".',
        path: 'en/b.md',
        line: 3,
        column: 1,
      },
    ]);
  });

  it('file-not-regular: what was found', () => {
    const root = temporaryFolder({});
    symlinkSync('elsewhere', join(root, 'link.md'));
    expect(buildSnapshot(root).diagnostics).toEqual([
      {
        code: 'file-not-regular',
        severity: 'warning',
        message: 'expected a regular file, but found a symbolic link or special file, which is never followed',
        hint: 'Put a copy of the file here.',
        path: 'link.md',
        line: 1,
        column: 1,
      },
    ]);
  });
});

/** Codes whose whole message other tests assert, each with its file and the message as it stands there. */
const elsewhere: Readonly<Partial<Record<DiagnosticCode, readonly [file: string, message: string]>>> = {
  'file-too-large': ['read-folder.test.ts', 'expected at most 1048576 bytes, but the file has 1048577'],
  'slug-duplicate': [
    'snapshot.test.ts',
    'expected a slug of its own, but "one" (en) is that of a.md, too: look-ups find only that page',
  ],
  'link-scheme': [
    'links.test.ts',
    'expected a link to http, https, mailto, tel or a page, but found "data:text/html,y", which is left out',
  ],
  'rule-found-nothing': [
    'extraction.test.ts',
    'rule "partner-list" expected a list below the heading "Forum > Who we are > Our partners", but found none',
  ],
  'rule-count': ['rules.test.ts', 'rule "own" expected 3 items on this page, but found 2 below "Forum > Members"'],
};

const folder = fileURLToPath(new URL('.', import.meta.url));
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
/** This file, without what is meant to be found in others. */
const here = textOf('messages.test.ts').split('/** Codes whose')[0] ?? '';

/** Whether a test asserts a diagnostic of this code with message, hint and place. */
const assertsWhole = (test: string, code: string): boolean =>
  new RegExp(`code: '${code}',\\s+severity: '\\w+',\\s+message:[^}]+hint:[^}]+path:[^}]+line:[^}]+column:`).test(test);

describe('the tests of messages', () => {
  const tests = [here, ...readdirSync(join(folder, 'checks')).map((file) => textOf(join('checks', file)))];

  it('assert the message of every code', () => {
    const asserted = diagnosticCodes.filter(
      (code) =>
        code in elsewhere || rows.some((row) => row.code === code) || tests.some((test) => assertsWhole(test, code)),
    );
    expect(asserted).toEqual(diagnosticCodes);
  });

  it.each(Object.entries(elsewhere))('rightly say that another one has %s', (code, [file, message]) => {
    expect(assertsWhole(textOf(file), code)).toBe(true);
    expect(textOf(file)).toContain(message);
  });
});
