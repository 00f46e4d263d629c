import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Executable, Fragments } from './document-amounts.ts';

/** Levels of fields that are gone through. */
const maximumLevels = 100;

/**
 * Pairs of fields that have one place in the answer: validation compares the two of each (GraphQL October 2021, 5.3.2).
 * Fields count as often as fragments bring them in, whatever their types are. Stops counting above `maximum`, and goes
 * through as many fields at most.
 */
export function countMergedPairs(definitions: readonly Executable[], fragments: Fragments, maximum: number): number {
  let pairs = 0;
  let fields = 0;
  for (const { selectionSet } of definitions) countIn([selectionSet], 0);
  return pairs;

  /** @param sets - selections on one object */
  function countIn(sets: readonly SelectionSetNode[], level: number): void {
    // fragments in a circle, which is not known yet, go on for ever
    if (level > maximumLevels) return;
    const groups = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) for (const selection of set.selections) collect(selection, groups, spread);
    for (const group of groups.values()) {
      pairs += (group.length * (group.length - 1)) / 2;
      if (pairs > maximum || fields > maximum) return;
      const below = group.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) countIn(below, level + 1);
    }
  }

  function collect(selection: SelectionNode, groups: Map<string, FieldNode[]>, spread: Set<string>): void {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [selection]);
      else group.push(selection);
      fields++;
      return;
    }
    const set =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : spreadOnce(selection.name.value, spread);
    for (const inner of set?.selections ?? []) collect(inner, groups, spread);
  }

  function spreadOnce(name: string, spread: Set<string>): SelectionSetNode | undefined {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return fragments.get(name)?.selectionSet;
  }
}
