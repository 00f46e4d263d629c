/** A value at a time, in hours. */
export type Point = readonly [hours: number, value: number];

export interface Trend {
  /** Of the line with the least squares: units an hour. */
  readonly slope: number;
  /** Of the slope: it lies within twice of it with a probability of about 0.95, where points vary independently. */
  readonly standardError: number;
}

/** How values grow with time. @throws {Error} for fewer than three points, or points of one time. */
export function trendOf(points: readonly Point[]): Trend {
  const count = points.length;
  if (count < 3) throw new Error(`expected at least three points, but got: ${count}`);
  const mean = (pick: (point: Point) => number): number => points.reduce((sum, point) => sum + pick(point), 0) / count;
  const [middleTime, middleValue] = [mean(([time]) => time), mean(([, value]) => value)];
  const spread = mean(([time]) => (time - middleTime) ** 2) * count;
  if (spread === 0) throw new Error('expected points of more than one time, but got one');
  const slope = (mean(([time, value]) => (time - middleTime) * (value - middleValue)) * count) / spread;
  const residual = mean(([time, value]) => (value - middleValue - slope * (time - middleTime)) ** 2) * count;
  return { slope, standardError: Math.sqrt(residual / (count - 2) / spread) };
}
