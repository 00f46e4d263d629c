import { describe, expect, test } from 'vitest';
import { linkedNames, pairSections, withoutNames } from '../../../bench/src/corpus/sections.ts';

const section = (en: string, de: string) => ({
  heading: { en: en.split('\n')[0]?.slice(3) ?? '', de: de.split('\n')[0]?.slice(3) ?? '' },
  markdown: { en, de },
});

describe('sections of a document and its translation', () => {
  test('belong together by their place', () => {
    const en = '---\ntitle: One\n---\n\nBefore.\n\n## First\n\nText.\n\n### Below\n\n## Second\n\nMore.\n';
    const de = '---\ntitle: Eins\n---\n\n## Erstens\n\nText.\n\n## Zweitens\n\nMehr.\n';
    expect(pairSections({ en, de })).toEqual([
      section('## First\n\nText.\n\n### Below', '## Erstens\n\nText.'),
      section('## Second\n\nMore.', '## Zweitens\n\nMehr.'),
    ]);
  });

  test('must be equally many', () => {
    expect(() => pairSections({ en: '## One\n\n## Two\n', de: '## Eins\n' })).toThrow(
      'expected translations with 2 sections, but got: 1',
    );
  });

  test('are left out where they name somebody in any language, or list partners or goals', () => {
    const plain = section('## Plain\n\nText.', '## Schlicht\n\nText.');
    const named = section('## Plain\n\nText.', '## Schlicht\n\nMit Example AG.');
    const lists = [section('## Our Partners', '## Wer dabei ist'), section('## Goals', '## Ziele')];
    expect(withoutNames([plain, named, ...lists], ['Example AG'])).toEqual([plain]);
  });
});

test('names are the links that begin items of a list and lead to another site', () => {
  const markdown = '- [One AG](https://one.example)\n- [A page](/page)\n\nSee [Two AG](https://two.example).\n';
  expect(linkedNames(markdown)).toEqual(['One AG']);
});
