import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameMatcher, punctuationOf } from '../../../src/content/join/name-matcher.ts';
import { gapsOfName, wordsOfName } from '../../../src/content/join/partner-names.ts';

const matcherOf = (names: readonly string[]) =>
  createNameMatcher(
    names.map((name) => ({
      words: wordsOfName(name),
      gaps: gapsOfName(name).map(punctuationOf),
      tail: name.endsWith('.') ? '.' : '',
      value: name,
    })),
  );

/** Names found in a text, each as `name: words as written`. */
function found(text: string, ...names: readonly string[]): readonly string[] {
  const matches = matcherOf(names).find(text, Uint32Array.of(0, text.length));
  return matches.map(({ value, start, end }) => `${value}: ${text.slice(start, end)}`);
}

describe('a name of one word', () => {
  it.each(['OSISM', 'by OSISM.', '(OSISM)', 'OSISM-Team', '"OSISM", too', 'OSISM’s', '**OSISM**'])(
    'is found in %s',
    (text) => {
      expect(found(text, 'OSISM')).toEqual(['OSISM: OSISM']);
    },
  );

  it.each(['osism', 'Osism', 'OSISMs', 'xOSISM', 'OSISM2', 'ÖOSISM', 'OSISMö', 'OSIS M'])(
    'is not found in %s',
    (text) => {
      expect(found(text, 'OSISM')).toEqual([]);
    },
  );
});

describe('a name of several words', () => {
  it.each([
    'Cloud&Heat Technologies',
    'cloud & heat TECHNOLOGIES',
    'Cloud&amp;Heat Technologies',
    'Cloud&Heat\nTechnologies',
    'Cloud&Heat\n> Technologies',
    '**Cloud&Heat** Technologies',
    'Cloud-Heat-Technologies',
  ])('is found in %j', (text) => {
    expect(found(text, 'Cloud&Heat Technologies')).toHaveLength(1);
  });

  it.each([
    'Cloud&Heat',
    'Cloud&Heat\n\nTechnologies',
    'Cloud&Heat\n- Technologies',
    'Cloud; Heat Technologies',
    'CloudHeat Technologies',
    'Cloud and Heat Technologies',
    'Cloud&Heat Technologiesx',
    'Cloud|Heat|Technologies',
    'the cloud. Heat technologies',
    'Cloud, heat technologies',
    'cloud.heat/technologies',
  ])('is not found in %j', (text) => {
    expect(found(text, 'Cloud&Heat Technologies')).toEqual([]);
  });

  it('keeps the full stop that is part of it', () => {
    expect(found('With dNation s.r.o., since 2020', 'dNation, s.r.o.')).toEqual(['dNation, s.r.o.: dNation s.r.o.']);
  });
});

describe('of several names', () => {
  it('the longest at a place is found, and none within another', () => {
    const names = ['Alpha', 'Alpha Beta', 'Alpha Beta Gamma', 'Beta Gamma', 'Gamma'];
    expect(found('Alpha Beta Delta Alpha Beta Gamma Gamma Alpha', ...names)).toEqual([
      'Alpha Beta: Alpha Beta',
      'Alpha Beta Gamma: Alpha Beta Gamma',
      'Gamma: Gamma',
      'Alpha: Alpha',
    ]);
  });

  it('only those in the ranges are found', () => {
    const text = 'Alpha `Alpha` Alpha';
    const matches = matcherOf(['Alpha']).find(text, Uint32Array.of(0, 6, 13, 19));
    expect(matches.map(({ start }) => start)).toEqual([0, 14]);
  });
});

it('finds what a search name by name finds', () => {
  const word = fc.constantFrom('Ab', 'ab', 'AB', 'cd', 'Éa', '1', '10', 'x');
  const name = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' & ')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat().slice(0, -1).join(''));
  const separator = fc.constantFrom(' ', '\n', ', ', ' & ', '; ', '\n\n', '-');
  const text = fc.array(fc.tuple(word, separator), { maxLength: 20 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 5 }), text, (names, content) => {
      expect(found(content, ...names)).toEqual(searched(content, names));
    }),
    { numRuns: 500 },
  );
});

/** The same by trying every name at every place. */
function searched(text: string, names: readonly string[]): readonly string[] {
  const results: string[] = [];
  for (let start = 0; start < text.length; ) {
    const before = text.slice(0, start);
    const candidates = names.flatMap((name) => {
      const words = wordsOfName(name);
      const pattern = words.reduce((before, word, index) => {
        const marks = name
          .split(/\w+|É\w+/)
          .slice(1)
          [index - 1]?.includes('&')
          ? '&'
          : '';
        return index === 0 ? word : `${before}(?:[ ${marks}-]+|[ ${marks}-]*\\n)${word}`;
      }, '');
      const match = new RegExp(`^${pattern}(?![\\p{L}\\p{N}])`, words.length === 1 ? 'u' : 'iu').exec(
        text.slice(start),
      );
      return match === null || /[\p{L}\p{N}]$/u.test(before) ? [] : [{ name, words, match: match[0] }];
    });
    const [best] = candidates.toSorted((a, b) => b.words.length - a.words.length);
    if (best !== undefined) results.push(`${best.name}: ${best.match}`);
    start += best?.match.length ?? 1;
  }
  return results;
}
