import { describe, expect, test } from 'vitest';
import { formatValue } from '../../../bench/src/report/format-value.ts';
import { logScale } from '../../../bench/src/report/log-scale.ts';
import { plotSvg } from '../../../bench/src/report/plot-svg.ts';

describe('a logarithmic axis', () => {
  const ticks = (...values: number[]) => logScale({ values, from: 0, to: 100 }).ticks;

  test('has marks around its values', () => {
    expect(ticks(3, 40)).toEqual([2, 5, 10, 20, 50]);
    expect(ticks(0.03, 0.4)).toEqual([0.02, 0.05, 0.1, 0.2, 0.5]);
  });

  test('has powers of ten alone when it is long', () => {
    expect(ticks(50, 100_000)).toEqual([100, 1000, 10_000, 100_000]);
    expect(ticks(0.03, 40)).toEqual([0.1, 1, 10]);
  });

  test('is at least a power of ten long', () => {
    expect(ticks(52, 72)).toEqual([20, 50, 100, 200]);
    expect(ticks(100)).toEqual([50, 100, 200, 500]);
  });

  test('places equal ratios at equal distances, in either direction', () => {
    const { place } = logScale({ values: [10, 1000], from: 0, to: 100 });
    expect([10, 100, 1000].map(place)).toEqual([0, 50, 100]);
    const down = logScale({ values: [10, 1000], from: 100, to: 0 });
    expect([10, 100, 1000].map(down.place)).toEqual([100, 50, 0]);
  });
});

describe('a plot', () => {
  const svg = plotSvg({
    name: 'save',
    title: 'Save & see',
    unit: 'ms',
    curves: [
      {
        name: 'median',
        points: [
          [100, 5],
          [1000, 50],
        ],
      },
      { name: 'p95', points: [[100, 8.25]] },
    ],
  });

  test('shows each point with its value, and each curve with its name', () => {
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual([
      'Save &amp; see',
      ...['100', '200', '500', '1,000', 'documents'],
      ...['5 ms', '10 ms', '20 ms', '50 ms'],
      ...['5.00', '50.0', 'median', '8.25', 'p95'],
    ]);
    expect(svg.match(/<circle /g)?.length).toBe(3);
  });

  test('has its points where the axes have their values', () => {
    expect(svg).toContain('<polyline points="112,344 572,48" ');
  });
});

test('values have three digits, ratios two decimals', () => {
  expect([0.456, 7.125, 45.67, 456.7, 45_678].map((value) => formatValue(value, 'ms'))).toEqual([
    '0.46 ms',
    '7.13 ms',
    '45.7 ms',
    '457 ms',
    '45,678 ms',
  ]);
  expect(formatValue(12.345, 'times')).toBe('12.35 times');
});
