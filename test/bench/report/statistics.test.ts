import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../bench/src/report/result.ts';
import { median, quantile, ratios } from '../../../bench/src/report/statistics.ts';
import { verdictOf } from '../../../bench/src/report/verdict.ts';

describe('statistics', () => {
  test('the median is the middle, or the mean of two middles', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
  });

  test('a quantile is a sample by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.95, 0.99, 1].map((part) => quantile(hundred, part))).toEqual([1, 50, 95, 99, 100]);
  });

  test('numbers are ordered as numbers', () => {
    expect(quantile([9, 10, 100], 1)).toBe(100);
  });

  test('so many samples lie at or below a quantile', () => {
    const samples = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, part) => {
        const value = quantile(values, part);
        expect(values.filter((other) => other <= value).length).toBeGreaterThanOrEqual(part * values.length);
        expect(values.filter((other) => other < value).length).toBeLessThan(part * values.length);
      }),
    );
  });

  test('ratios are those of each round', () => {
    expect(ratios([2, 9], [4, 3])).toEqual([0.5, 3]);
    expect(() => ratios([1, 2], [1])).toThrow('expected 2 samples of the base, one a round, but got: 1');
  });

  test('of no samples there is neither', () => {
    expect(() => median([])).toThrow('expected at least one sample, but got none');
    expect(() => quantile([], 0.5)).toThrow('expected at least one sample, but got none');
  });
});

describe('a verdict', () => {
  const verdict = (direction: Target['direction'], samples: readonly number[]) =>
    verdictOf({ what: 'it', unit: 'ms', direction, limit: 10, samples });

  test.each([
    ['at least', [10, 10, 11, 12], 'reached'],
    ['at least', [1, 10, 11, 12, 12], 'reached'],
    ['at least', [8, 9, 10, 11, 12], 'near'],
    ['at least', [1, 2, 3, 4, 20], 'missed'],
    ['at most', [10, 9, 8, 30, 9], 'reached'],
    ['at most', [9, 9, 11, 12], 'near'],
    ['at most', [1, 11, 12, 13, 14], 'missed'],
  ] as const)('for %s 10 and %j is %s', (direction, samples, expected) => {
    expect(verdict(direction, samples)).toBe(expected);
  });
});
