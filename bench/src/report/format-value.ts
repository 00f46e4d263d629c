import type { Unit } from './result.ts';

/** Three significant digits, and whole numbers from 100 on: `0.87 times`, `4.31 ms`, `18,200 answers/s`. */
export function formatValue(value: number, unit: Unit): string {
  return `${formatNumber(value, unit)} ${unit}`;
}

const countable: ReadonlySet<Unit> = new Set(['answers', 'connections', 'descriptors', 'edits']);

/** Without the unit. */
export function formatNumber(value: number, unit: Unit): string {
  if (unit === 'times') return value.toFixed(2);
  if (value >= 1000 || countable.has(unit)) return Math.round(value).toLocaleString('en');
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}
