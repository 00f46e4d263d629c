/**
 * A map whose single values are found without making the others; all are made when somebody goes through it.
 *
 * @param all - the same values by the same keys, in the map's order
 */
export function createLazyMap<Value>(
  get: (key: string) => Value | undefined,
  all: () => ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  return {
    get,
    has: (key) => get(key) !== undefined,
    get size() {
      return all().size;
    },
    forEach: (visit) => all().forEach(visit),
    entries: () => all().entries(),
    keys: () => all().keys(),
    values: () => all().values(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
