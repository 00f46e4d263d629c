import { describe, expect, it } from 'vitest';
import type { DiagnosticPosition } from '../../../src/content/diagnostic.ts';
import type { ContentReader, DiagnosticQuery, DiagnosticWindow } from '../../../src/store/contract.ts';
import { type Files, snapshotOf } from '../../support/content.ts';
import type { CreateStore } from './support.ts';

const wrongDate = '---\ndate: soon\n---\n';
const files: Files = {
  'en/a.md': '---\ndate: soon\nslug: [a]\n---\n',
  'en/deep/b.md': wrongDate,
  'en/c.md': '---\ntitle: C\n',
  'en.md': wrongDate,
  'english/d.md': wrongDate,
  'de/e.md': '# E\n',
};

const allOfThem: DiagnosticQuery = { severity: null, code: null, path: null, first: null, after: null };

export function diagnosticContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it('are those of the snapshot, in its order', async () => {
      const snapshot = snapshotOf(files);
      const reader = (await createStore(snapshot)).current();
      expect(await reader.diagnostics(allOfThem)).toEqual({
        items: snapshot.diagnostics,
        totalCount: 6,
        hasPreviousPage: false,
        hasNextPage: false,
      });
    });

    it.each<[string, Partial<DiagnosticQuery>, readonly string[]]>([
      ['a severity', { severity: 'error' }, ['en/c.md frontmatter-unclosed']],
      ['a code', { code: 'frontmatter-value' }, ['en/a.md frontmatter-value']],
      ['a code that nothing has', { code: 'nonsense' }, []],
      ['a file', { path: 'en/a.md' }, ['en/a.md date-invalid', 'en/a.md frontmatter-value']],
      ['the beginning of a file name', { path: 'en/a' }, []],
      ['a folder below a folder', { path: 'en/deep' }, ['en/deep/b.md date-invalid']],
      ['a folder with a slash', { path: 'en/deep/' }, ['en/deep/b.md date-invalid']],
      [
        'a folder beside others that begin like it',
        { path: 'en', severity: 'error' },
        ['en/c.md frontmatter-unclosed'],
      ],
      ['a folder without problems', { path: 'de' }, []],
      [
        'a folder and a code',
        { path: 'en', code: 'date-invalid' },
        ['en/a.md date-invalid', 'en/deep/b.md date-invalid'],
      ],
    ])('can be those of %s', async (_what, query, expected) => {
      const reader = (await createStore(snapshotOf(files))).current();
      const window = await reader.diagnostics({ ...allOfThem, ...query });
      expect(namesOf(window)).toEqual(expected);
      expect(window.totalCount).toBe(expected.length);
    });

    it('are told once each', async () => {
      const snapshot = snapshotOf(files);
      const twice = snapshot.diagnostics.flatMap((diagnostic) => [diagnostic, diagnostic]);
      const reader = (await createStore({ ...snapshot, diagnostics: twice })).current();
      expect(await reader.diagnostics(allOfThem)).toMatchObject({ items: snapshot.diagnostics, totalCount: 6 });
    });

    it('of the empty path are all', async () => {
      const reader = (await createStore(snapshotOf(files))).current();
      expect(await reader.diagnostics({ ...allOfThem, path: '' })).toEqual(await reader.diagnostics(allOfThem));
    });

    it.each([1, 2, 4, 6])('are all met by pages of %i', async (first) => {
      const reader = (await createStore(snapshotOf(files))).current();
      expect(await walk(reader, { ...allOfThem, first })).toEqual(namesOf(await reader.diagnostics(allOfThem)));
    });

    it('go on after one that is mended', async () => {
      const store = await createStore(snapshotOf(files));
      const { items } = await store.current().diagnostics({ ...allOfThem, first: 3 });
      const after = items.at(-1) ?? null;
      await store.publish(snapshotOf({ ...files, [after?.path ?? '']: '# Mended\n' }));
      const rest = await store.current().diagnostics({ ...allOfThem, after });
      expect([after?.path, namesOf(rest), rest.hasPreviousPage]).toEqual([
        'en/a.md',
        ['en/c.md frontmatter-unclosed', 'en/deep/b.md date-invalid', 'english/d.md date-invalid'],
        true,
      ]);
    });
  });
}

const namesOf = ({ items }: DiagnosticWindow): readonly string[] => items.map(({ path, code }) => `${path} ${code}`);

async function walk(reader: ContentReader, query: DiagnosticQuery): Promise<readonly string[]> {
  const names: string[] = [];
  let after: DiagnosticPosition | null = null;
  for (let page = 0; page < 20; page++) {
    const window: DiagnosticWindow = await reader.diagnostics({ ...query, after });
    names.push(...namesOf(window));
    if (!window.hasNextPage) break;
    after = window.items.at(-1) ?? null;
  }
  return names;
}
