/** Remembers what was made by key; of more than `maximum` the one that was asked for least recently is forgotten. */
export type Memo<Value> = (key: string, make: () => Value) => Value;

export function createMemo<Value>(maximum: number): Memo<Value> {
  // a Map keeps the order of insertion, so the first entry is the one to forget
  const known = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const entry = known.get(key) ?? { value: make() };
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.size > maximum ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return entry.value;
  };
}
