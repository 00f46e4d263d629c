import { closest } from '../suggest.ts';

/** Letters times letters that are compared at the most: some hundredths of a second. */
const mostWork = 5_000_000;

/** Like `closest`, over many calls, but where very much is wrong with a large site the last calls give `null`. */
export function createSuggester(): typeof closest {
  let left = mostWork;
  return (input, options) => {
    if (left <= 0) return null;
    const similar = options.filter(({ length }) => Math.abs(length - input.length) <= input.length / 4);
    left -= options.length + similar.length * input.length * input.length;
    return left < 0 ? null : closest(input, similar);
  };
}
