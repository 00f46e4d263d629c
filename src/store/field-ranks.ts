import { firstIndex } from './place.ts';

export type SortValue = string | number;

/** The places of a field's values among all of them, as numbers that are fast to compare. */
export interface FieldRanks {
  /** Whole for a value that is known, the same for values that compare as equal; between two for any other. */
  rankOf(value: SortValue): number;
}

/** @param values - each as often as it likes to be there */
export function createFieldRanks(
  values: Iterable<SortValue>,
  compare: (a: SortValue, b: SortValue) => number,
): FieldRanks {
  /** One value of each rank. */
  const representatives: SortValue[] = [];
  const ranks = new Map<SortValue, number>();
  for (const value of [...new Set(values)].sort(compare)) {
    const last = representatives.at(-1);
    if (last === undefined || compare(last, value) !== 0) representatives.push(value);
    ranks.set(value, representatives.length - 1);
  }
  return { rankOf: (value) => ranks.get(value) ?? rankOfUnknown(value) };

  function rankOfUnknown(value: SortValue): number {
    const index = firstIndex(representatives, (known) => compare(known, value) >= 0);
    const known = representatives[index];
    return known !== undefined && compare(known, value) === 0 ? index : index - 0.5;
  }
}
