import { describe, expect, test } from 'vitest';
import { trendOf } from '../../../bench/src/reliability/soak/trend.ts';

describe('a trend', () => {
  test('of points on a line is that line', () => {
    const { slope, standardError } = trendOf([0, 0.5, 1, 4].map((hours) => [hours, 100 - 3 * hours]));
    expect(slope).toBeCloseTo(-3, 10);
    expect(standardError).toBeCloseTo(0, 10);
  });

  test('has the least squares, and tells how far off it may be', () => {
    // worked out by hand: means 1 and 3, sums 2 (times) and 3 (products), residuals 0.5, -1, 0.5
    const { slope, standardError } = trendOf([
      [0, 2],
      [1, 2],
      [2, 5],
    ]);
    expect(slope).toBeCloseTo(1.5, 10);
    expect(standardError).toBeCloseTo(Math.sqrt(1.5 / 2), 10);
  });

  test.each([
    [[], 'at least three points, but got: 0'],
    [Array.from({ length: 3 }, () => [1, 2] as const), 'points of more than one time'],
  ])('of %j is none', (points, message) => {
    expect(() => trendOf(points)).toThrow(message);
  });
});
