import type { Target } from './result.ts';
import { median, quantile } from './statistics.ts';

export type Verdict = 'reached' | 'near' | 'missed';

/** `reached` or `missed` where at least three quarters of the rounds say the same as the median, otherwise `near`. */
export function verdictOf({ samples, direction, limit }: Target): Verdict {
  const meets = (value: number): boolean => (direction === 'at least' ? value >= limit : value <= limit);
  const values = [quantile(samples, 0.25), median(samples), quantile(samples, 0.75)];
  if (values.every(meets)) return 'reached';
  return values.some(meets) ? 'near' : 'missed';
}
