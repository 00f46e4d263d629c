/** A logarithmic axis. */
export interface LogScale {
  /** Place of a value on the axis, in pixels. */
  place(value: number): number;
  /** Values to mark, ascending. */
  readonly ticks: readonly number[];
}

export interface LogScaleInput {
  /** What is shown, all above 0. */
  readonly values: readonly number[];
  /** Pixels at which the axis begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** Marks are 1, 2 and 5 times a power of ten; on long axes the powers alone. */
const factors = [1, 2, 5];

/** An axis from the mark below the lowest value to the mark above the highest, at least one power of ten long. */
export function logScale({ values, from, to }: LogScaleInput): LogScale {
  const marks = marksAround(Math.min(...values), Math.max(...values));
  const [low, high] = [Math.log10(marks[0] ?? 1), Math.log10(marks.at(-1) ?? 10)];
  return {
    place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: high - low > 2 ? marks.filter(isPowerOfTen) : marks,
  };
}

function marksAround(lowest: number, highest: number): readonly number[] {
  const [bottom, top] = [Math.floor(Math.log10(lowest)) - 1, Math.ceil(Math.log10(highest)) + 1];
  const exponents = Array.from({ length: top - bottom + 1 }, (_, step) => bottom + step);
  const all = exponents.flatMap((exponent) => factors.map((factor) => Number(`${factor}e${exponent}`)));
  let first = all.findLastIndex((mark) => mark <= lowest);
  let last = all.findIndex((mark) => mark >= highest);
  // what hardly changes is to look as if it hardly changed
  while (last - first < factors.length) {
    if (last - first === factors.length - 1) first--;
    else last++;
  }
  return all.slice(first, last + 1);
}

const isPowerOfTen = (value: number): boolean => /^10*$|^0\.0*1$/.test(String(value));
