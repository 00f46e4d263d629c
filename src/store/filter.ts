import type { NodeType, NodeTypes } from '../content/nodes.ts';
import type { ConditionOf, FieldValue, Filter, Operator, OperatorValues } from './contract.ts';
import { fieldOf } from './list-fields.ts';

/** Makes a filter a function that is fast to call often. */
export function compileFilter<Type extends NodeType>(type: Type, filter: Filter): (node: NodeTypes[Type]) => boolean {
  if ('and' in filter) {
    const all = filter.and.map((part) => compileFilter(type, part));
    return (node) => all.every((holds) => holds(node));
  }
  if ('or' in filter) {
    const any = filter.or.map((part) => compileFilter(type, part));
    return (node) => any.some((holds) => holds(node));
  }
  if ('not' in filter) {
    const holds = compileFilter(type, filter.not);
    return (node) => !holds(node);
  }
  const { read } = fieldOf(type, filter.field);
  const test = testOf(filter);
  return (node) => test(read(node));
}

/** Whether a condition holds for a node's value, `null` where it has none. */
type Test = (found: FieldValue | null) => boolean;

const tests: { readonly [Name in Operator]: (value: OperatorValues[Name]) => Test } = {
  eq: (value) => (found) => found === value,
  ne: (value) => (found) => found !== value,
  in: (values) => {
    const wanted = new Set<FieldValue | null>(values);
    return (found) => wanted.has(found);
  },
  notIn: (values) => {
    const unwanted = new Set<FieldValue | null>(values);
    return (found) => !unwanted.has(found);
  },
  contains: (value) => (found) => typeof found === 'string' && found.includes(value),
  startsWith: (value) => (found) => typeof found === 'string' && found.startsWith(value),
  gt: (value) => (found) => found !== null && found > value,
  gte: (value) => (found) => found !== null && found >= value,
  lt: (value) => (found) => found !== null && found < value,
  lte: (value) => (found) => found !== null && found <= value,
  exists: (value) => (found) => (found !== null) === value,
};

function testOf<Name extends Operator>({ operator, value }: Pick<ConditionOf<Name>, 'operator' | 'value'>): Test {
  return tests[operator](value);
}
