import { type FieldNode, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { defaultSize } from '../../schema/paging.ts';
import type { Variables } from '../operations/plain-request.ts';
import type { Amount } from './amount.ts';
import { hasVariable } from './has-variable.ts';

/** Amounts that a field's arguments say, before anybody looked whether they are right: what is wrong with one is told later. */
export interface ArgumentAmounts {
  /** Items on a page of a connection, by `first` and `last`. */
  windowOf(field: FieldNode): Amount;
  /** Items of a list. */
  lengthOf(field: FieldNode, name: string): Amount;
  /** Conditions of a filter. */
  conditionsOf(field: FieldNode, name: string): Amount;
}

export interface ArgumentOptions {
  /** `first` and `last` at the most; what is above it is refused where it is read. */
  readonly maximumSize: number;
  /** Default values of the operation's variables. */
  readonly defaults: Variables;
}

export function createArgumentAmounts({ maximumSize, defaults }: ArgumentOptions): ArgumentAmounts {
  const hasDefaults = Object.keys(defaults).length > 0;

  /** A number that is made of arguments: at once, where no variable has a part in them. */
  function amountOf(field: FieldNode, names: readonly string[], count: (values: readonly unknown[]) => number): Amount {
    const nodes = names.map((name) => field.arguments?.find((argument) => argument.name.value === name)?.value);
    const countWith = (variables: Variables): number => count(nodes.map((node) => readValue(node, variables)));
    if (!nodes.some((node) => node !== undefined && hasVariable(node))) return countWith({});
    return hasDefaults ? (given) => countWith({ ...defaults, ...given }) : countWith;
  }

  const sizeOf = (value: unknown): number | null =>
    typeof value === 'number' ? Math.max(0, Math.min(value, maximumSize)) : null;

  return {
    windowOf: (field) =>
      amountOf(field, ['first', 'last'], ([first, last]) => {
        const sizes = [sizeOf(first), sizeOf(last)].filter((size) => size !== null);
        return sizes.length === 0 ? Math.min(defaultSize, maximumSize) : Math.min(...sizes);
      }),
    lengthOf: (field, name) =>
      amountOf(field, [name], ([value]) => (Array.isArray(value) ? value.length : value == null ? 0 : 1)),
    conditionsOf: (field, name) => amountOf(field, [name], ([value]) => countConditions(value)),
  };
}

function readValue(node: ValueNode | undefined, variables: Variables): unknown {
  if (node === undefined) return undefined;
  // an argument as a whole is the usual case
  if (node.kind !== Kind.VARIABLE) return valueFromASTUntyped(node, variables);
  return Object.hasOwn(variables, node.name.value) ? variables[node.name.value] : undefined;
}

const groups: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Parts of a filter that are looked at: with so many it has more conditions than any may have. */
const maximumParts = 10_000;

/**
 * Of a filter as a client writes it: conditions by field and operator, and filters in groups. One without any counts as one,
 * as it is tried all the same. A variable that stands in a filter a thousand times is not gone through as often.
 */
function countConditions(filter: unknown): number {
  let parts = 0;
  const count = countIn(filter);
  return parts > maximumParts ? parts : count;

  function countIn(given: unknown): number {
    if (Array.isArray(given)) return sumOf(given, countIn);
    if (typeof given !== 'object' || given === null) return 0;
    const conditions = sumOf(Object.entries(given), ([name, value]) =>
      groups.has(name) ? countIn(value) : countOperators(value),
    );
    return Math.max(1, conditions);
  }

  function countOperators(conditions: unknown): number {
    if (typeof conditions !== 'object' || conditions === null) return 0;
    return sumOf(Object.values(conditions), (value) => (value === null ? 0 : 1));
  }

  function sumOf<Part>(all: readonly Part[], countOf: (part: Part) => number): number {
    let total = 0;
    for (const part of all) {
      parts++;
      if (parts > maximumParts) break;
      total += countOf(part);
    }
    return total;
  }
}
