import type { NodeType, NodeTypes } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { createCollation } from './collation.ts';
import type { FieldValue, OrderKey } from './contract.ts';
import { createFieldRanks, type FieldRanks, type SortValue } from './field-ranks.ts';
import type { SortField } from './key-order.ts';
import { fieldOf } from './list-fields.ts';
import { createMemo } from './memo.ts';

/** Ranks of fields, each in one collation, that are kept. */
const maximumKept = 32;
/** UTF-16 code units of a text that count in an order: cursors hold them. */
const maximumText = 200;

/** Makes the keys of an order ready to sort by. The values of a field are compared once for each collation. */
export function createSortFields<Type extends NodeType>(
  type: Type,
  snapshot: Snapshot,
): (key: OrderKey, locale: string) => SortField<NodeTypes[Type]> {
  const nodes = (): readonly NodeTypes[Type][] => snapshot.indexes[type].all;
  const kept = createMemo<FieldRanks>(maximumKept);
  return ({ field, direction }, locale) => {
    const { kind, read } = fieldOf(type, field);
    const readSortValue = (node: NodeTypes[Type]) => sortValue(read(node));
    const collation = kind === 'text' ? locale : null;
    const ranks = kept(JSON.stringify([field, collation]), () => {
      const compare = collation === null ? compareUnits : createCollation(collation);
      return createFieldRanks(
        nodes().flatMap((node) => readSortValue(node) ?? []),
        compare,
      );
    });
    return { direction, read: readSortValue, ranks };
  };
}

function sortValue(value: FieldValue | null): SortValue | null {
  if (typeof value === 'string') return value.slice(0, maximumText);
  return typeof value === 'boolean' ? Number(value) : value;
}

/** By UTF-16 code units, or as numbers. */
const compareUnits = (a: SortValue, b: SortValue): number => (a < b ? -1 : Number(a > b));
