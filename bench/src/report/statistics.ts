/** The value below which this part of the samples lies, 0 to 1 (nearest rank). @throws {Error} for no samples. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = Float64Array.from(samples).sort();
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('expected at least one sample, but got none');
  return value;
}

/** The middle sample, or the mean of the two in the middle. @throws {Error} for no samples. */
export function median(samples: readonly number[]): number {
  const sorted = Float64Array.from(samples).sort();
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('expected at least one sample, but got none');
  return (low + high) / 2;
}

/** The ratio of each sample to the one of the same round. @throws {Error} when there are not equally many. */
export function ratios(samples: readonly number[], bases: readonly number[]): readonly number[] {
  if (samples.length !== bases.length) {
    throw new Error(`expected ${samples.length} samples of the base, one a round, but got: ${bases.length}`);
  }
  return samples.map((sample, round) => sample / (bases[round] ?? Number.NaN));
}
