/** Collects what went wrong; of many that are the same it keeps how many they were. */
export interface FaultList {
  add(what: string, detail: string): void;
  readonly count: () => number;
  /** A line for each kind, with the first that there was of it. */
  lines(): readonly string[];
}

export function createFaultList(): FaultList {
  const kinds = new Map<string, { readonly first: string; count: number }>();
  return {
    add(what, detail) {
      const known = kinds.get(what);
      if (known === undefined) kinds.set(what, { first: detail.slice(0, 500), count: 1 });
      else known.count++;
    },
    count: () => [...kinds.values()].reduce((sum, { count }) => sum + count, 0),
    lines: () => Array.from(kinds, ([what, { first, count }]) => `${what}: ${count} times, first: ${first}`),
  };
}
