import type { Condition, Filter } from '../store/contract.ts';
import { limitExceeded } from './errors.ts';
import type { ConditionsInput } from './filter-conditions.ts';
import type { FilterInput } from './filter-input.ts';

const maximumConditions = 100;
const maximumLevels = 10;

/**
 * The filter that a client wants; `null` for all nodes.
 *
 * @throws {GraphQLError} when it has more conditions or levels than a query may cost.
 */
export function filterOf(input: FilterInput | null | undefined): Filter | null {
  if (input == null) return null;
  let conditions = 0;
  return read(input, 1);

  function read({ and, or, not, ...fields }: FilterInput, level: number): Filter {
    if (level > maximumLevels) throw tooMuch(`${maximumLevels} levels`);
    const own = Object.entries<ConditionsInput | null>(fields).flatMap(([field, input]) =>
      input === null ? [] : conditionsOn(field, input),
    );
    const before = conditions;
    count(own.length);
    const filters = [...own, ...groups()];
    // an empty filter costs as much as one with a condition
    if (conditions === before) count(1);
    return { and: filters };

    function groups(): Filter[] {
      const readAll = (inputs: readonly FilterInput[]) => inputs.map((part) => read(part, level + 1));
      return [
        ...(and == null ? [] : [{ and: readAll(and) }]),
        ...(or == null ? [] : [{ or: readAll(or) }]),
        ...(not == null ? [] : [{ not: read(not, level + 1) }]),
      ];
    }
  }

  function count(more: number): void {
    conditions += more;
    if (conditions > maximumConditions) throw tooMuch(`${maximumConditions} conditions`);
  }
}

const tooMuch = (what: string) =>
  limitExceeded('FILTER_LIMIT_EXCEEDED', `Expected "filter" to have at most ${what}, but got more.`);

function conditionsOn(field: string, input: ConditionsInput): readonly Condition[] {
  return [
    given(input.eq, (value) => ({ field, operator: 'eq', value })),
    given(input.ne, (value) => ({ field, operator: 'ne', value })),
    given(input.in, (value) => ({ field, operator: 'in', value })),
    given(input.notIn, (value) => ({ field, operator: 'notIn', value })),
    given(input.contains, (value) => ({ field, operator: 'contains', value })),
    given(input.startsWith, (value) => ({ field, operator: 'startsWith', value })),
    given(input.gt, (value) => ({ field, operator: 'gt', value })),
    given(input.gte, (value) => ({ field, operator: 'gte', value })),
    given(input.lt, (value) => ({ field, operator: 'lt', value })),
    given(input.lte, (value) => ({ field, operator: 'lte', value })),
    given(input.exists, (value) => ({ field, operator: 'exists', value })),
  ].flat();
}

/** Clients send `null` for variables that they leave out. */
const given = <Value>(value: Value | null | undefined, condition: (value: Value) => Condition): Condition[] =>
  value == null ? [] : [condition(value)];
