/** Values by text. Beyond its bounds those that were asked for least recently are forgotten. */
export interface BoundedStore<Value> {
  /** Counts as asking. */
  get(key: string): Value | undefined;
  /** @param weight - what the entry counts for; an entry that is over the bound by itself is not kept */
  set(key: string, value: Value, weight: number): void;
  /** An entry, if it is there, counts for more than before. */
  grow(key: string, weight: number): void;
  delete(key: string): void;
  size(): StoreSize;
}

export interface StoreSize {
  readonly count: number;
  /** Of all entries together. */
  readonly weight: number;
}

export function createBoundedStore<Value>({
  count: maximumCount,
  weight: maximumWeight,
}: StoreSize): BoundedStore<Value> {
  // a Map keeps the order of insertion, so the first entry is the one to forget
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  }

  function forgetOldest(): void {
    for (const oldest of entries.keys()) {
      if (entries.size <= maximumCount && total <= maximumWeight) break;
      remove(oldest);
    }
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight) {
      remove(key);
      if (weight > maximumWeight) return;
      entries.set(key, { value, weight });
      total += weight;
      forgetOldest();
    },
    grow(key, weight) {
      const entry = entries.get(key);
      if (entry === undefined) return;
      entries.set(key, { value: entry.value, weight: entry.weight + weight });
      total += weight;
      forgetOldest();
    },
    delete: remove,
    size: () => ({ count: entries.size, weight: total }),
  };
}
