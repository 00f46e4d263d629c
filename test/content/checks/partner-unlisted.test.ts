import { describe, expect, it } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { snapshotWith } from '../../support/content.ts';

const roster = ['Bean GmbH', 'Pea & Co. KG', 'Great Kale Farms AG', 'dCarrot, s.r.o.'];

/** What is said of a page beside the network page, which lists these partners. */
function found(text: string, aliases = {}) {
  const network = `## Partners\n\n${roster.map((name, index) => `- [${name}](https://p${index}.example)\n`).join('')}`;
  const options = { ...defaultBuildOptions, partners: { folder: 'partners', aliases } };
  return snapshotWith({ 'en/network.md': network, 'en/news.md': text }, options).diagnostics.filter(
    ({ code }) => code === 'partner-unlisted',
  );
}

const names = (...items: readonly string[]): string => `Founders:\n\n${items.map((item) => `- ${item}\n`).join('')}`;

describe('a name beside partners that no list of partners has', () => {
  it('is told at its item', () => {
    expect(found(`---\ntitle: News\n---\n${names(...roster, 'Leek GmbH')}`)).toEqual([
      {
        code: 'partner-unlisted',
        severity: 'warning',
        message:
          'expected a partner, like most names beside it, but found "Leek GmbH", which is in no list of partners',
        hint: 'Add it to the list, or declare it as another name of a partner under "partners.aliases" in the configuration.',
        path: 'en/news.md',
        line: 10,
        column: 1,
      },
    ]);
  });

  it('is told with the partner that is likely to be meant', () => {
    expect(found(names('Bean', 'Pea', 'Graet Kale Farms AG'))[0]?.hint).toMatch(
      /^Did you mean "Great Kale Farms AG"\? /,
    );
  });

  it.each([
    ['links', names('[Bean](https://a.example), our host', '[Pea](/pea)', '[Leek](https://leek.example), a guest')],
    ['emphasis', names('**Bean**', '*Pea*', '**Leek**')],
    ['a list in a list', `- Founders:\n  - Bean\n  - Pea\n  - Leek\n- Others`],
    ['a quote', '> 1. Bean\n> 2. Pea\n> 3. Leek\n'],
    ['short names', names('Bean', 'Great Kale', 'Leek')],
    ['places', names('Bean GmbH, Cologne', 'Pea (Berlin)', 'Leek (Bonn)')],
  ])('is found in %s', (_, text) => {
    expect(found(text)).toHaveLength(1);
  });
});

it('a name counts without what stands behind its link', () => {
  const items = ['[Bean](https://a.example), our host', '[Pea](/pea)', '[Leek](https://leek.example), a guest'];
  expect(found(names(...items)).map(({ message }) => message)).toEqual([
    'expected a partner, like most names beside it, but found "Leek", which is in no list of partners',
  ]);
});

describe('a name that is left alone', () => {
  it.each([
    ['half of the names are partners', names('Bean', 'Pea', 'Leek', 'Garlic')],
    ['one name is a partner', names('Bean', 'Leek')],
    ['all are partners', names('bean', 'PEA', 'Great Kale Farms', 'dCarrot, s.r.o.')],
    ['some are only the beginning of names', names('Bean', 'Pea', 'Great Kale')],
    ['an item is a sentence', names('Bean', 'Pea', 'Great Kale', 'Leek', 'All of them grow vegetables.')],
    ['an item is long', names('Bean', 'Pea', 'Great Kale', 'Leek', 'x '.repeat(50))],
    ['an item has further blocks', 'Founders:\n\n- Bean\n- Pea\n- Leek\n\n  A farm.\n'],
    ['they stand in prose', 'Bean, Pea, Great Kale Farms and Leek.\n'],
    ['they stand in headings', '## Bean\n\n## Pea\n\n## Great Kale Farms\n\n## Leek\n'],
  ])('because %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('because an alias is declared', () => {
    expect(found(names('Bean', 'Pea', 'Leek'), { 'Bean GmbH': ['Leek'] })).toEqual([]);
  });

  it('because a rule reads the list', () => {
    expect(found('## Project goals\n\n- Bean\n- Pea\n- Leek\n')).toEqual([]);
  });
});
