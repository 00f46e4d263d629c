/**
 * A copy of lists and mappings with the values that they have now; everything else as it is. Getters run here, so what
 * they throw comes through.
 */
export function plainValue(value: unknown, copies: Map<unknown, unknown> = new Map()): unknown {
  if (copies.has(value)) return copies.get(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(plainValue(item, copies));
    return list;
  }
  if (!isMapping(value)) return value;
  const mapping: Record<string, unknown> = Object.create(null);
  copies.set(value, mapping);
  for (const [key, item] of Object.entries(value)) mapping[key] = plainValue(item, copies);
  return mapping;
}

/** No list, function or instance of a class: these have no keys of their own, and would pass for empty. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
