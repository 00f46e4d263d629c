import { describe, expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { type Files, snapshotWith } from '../../support/content.ts';

const found = (files: Files, options = {}) =>
  snapshotWith(files, { ...defaultBuildOptions, ...options }).diagnostics.filter(
    ({ code }) => code === 'partner-missing',
  );

const list = (heading: string, names: readonly string[]): string =>
  `## ${heading}\n\n${names.map((name) => `- [${name}](https://${name.split(' ')[0]?.toLowerCase()}.example)\n`).join('')}`;
const german = (...names: readonly string[]): string => list('Partner', names);
const english = (...names: readonly string[]): string => list('Partners', names);

describe('a partner that one language lists and another does not', () => {
  it('is told where it stands, with the page on which it is missing', () => {
    const files = { 'de/network.md': german('Bean'), 'en/network.md': english('Bean', 'Pea GmbH') };
    expect(found(files)).toEqual([
      {
        code: 'partner-missing',
        severity: 'warning',
        message: 'expected "Pea GmbH" among the partners in de, too, but found it only in en',
        hint: 'Add it to de/network.md; if it has another name there, declare that under "partners.aliases" in the configuration.',
        path: 'en/network.md',
        line: 4,
        column: 1,
      },
    ]);
  });

  it('is told once for several languages', () => {
    const files = {
      'de/network.md': german('Bean'),
      'en/network.md': english('Bean', 'Pea'),
      'en-GB/network.md': english('Bean'),
      'de-AT/network.md': german('Bean'),
    };
    expect(found(files).map(({ message }) => message)).toEqual([
      'expected "Pea" among the partners in de and de-AT, too, but found it only in en',
    ]);
  });

  it('is told although a page that has no translation lists it first', () => {
    const files = {
      'de/network.md': german('Bean'),
      'en/events.md': english('Pea'),
      'en/network.md': english('Bean', 'Pea'),
    };
    expect(found(files).map(({ path, line }) => [path, line])).toEqual([['en/network.md', 4]]);
  });

  it('is told when the whole list is missing', () => {
    const files = { 'de/network.md': 'Text.\n', 'en/network.md': english('Bean', 'Pea') };
    expect(found(files)).toHaveLength(2);
  });
});

describe('a partner that every language has', () => {
  it.each([
    ['the same name', german('Bean'), english('Bean')],
    ['another legal form', german('Bean GmbH'), english('Bean Ltd.')],
    ['another order', german('Pea', 'Bean'), english('Bean', 'Pea')],
    ['another name of the same site', '## Partner\n\n- [Bohne](https://bean.example/de)\n', english('Bean')],
  ])('is left alone with %s', (_, a, b) => {
    expect(found({ 'de/network.md': a, 'en/network.md': b })).toEqual([]);
  });

  it('is left alone with a name that the configuration declares', () => {
    const files = { 'de/network.md': german('Bohne'), 'en/network.md': english('Bean') };
    expect(found(files, { partners: { folder: 'partners', aliases: { Bean: ['Bohne'] } } })).toEqual([]);
  });

  it('is left alone where a file of its own has it', () => {
    const files = {
      'de/network.md': german('Bean'),
      'de/partners/pea.md': '---\nname: Pea\n---\n',
      'en/network.md': english('Bean', 'Pea'),
    };
    expect(found(files)).toEqual([]);
  });
});

it('a partner is not told where its whole page is missing', () => {
  const files = { 'de/network.md': german('Bean'), 'en/network.md': english('Bean'), 'en/events.md': english('Pea') };
  expect(found(files)).toEqual([]);
});
