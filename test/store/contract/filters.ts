import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode } from '../../../src/content/nodes.ts';
import type { Condition, FieldValue, Filter } from '../../../src/store/contract.ts';
import { snapshotOf } from '../../support/content.ts';
import { randomFiles, randomFilter } from './random.ts';
import { type CreateStore, everything, fieldOf, garden, namesOf, nodeTypes } from './support.ts';

export function filterContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(nodeTypes)('give of every %s what a plain filter of an array gives', async (type) => {
      await fc.assert(
        fc.asyncProperty(randomFiles, randomFilter(type), async (files, filter) => {
          const snapshot = snapshotOf(files);
          const reader = (await createStore(snapshot)).current();
          const { items, totalCount } = await reader.list(type, { ...everything, filter });
          const all: readonly ContentNode[] = snapshot.indexes[type].all;
          expect(items.map(({ node }) => node)).toEqual(all.filter((node) => holds(filter, node)));
          expect(totalCount).toBe(items.length);
        }),
        { numRuns: 60 },
      );
    });

    it.each<[string, Filter, readonly string[]]>([
      ['no condition', { and: [] }, ['en /bees', 'de /garden', 'en /garden', 'en /news/autumn']],
      ['no alternative', { or: [] }, []],
      ['the same case', { field: 'title', operator: 'startsWith', value: 'g' }, []],
      ['a text within', { field: 'path', operator: 'contains', value: 'ee' }, ['en /bees']],
      ['both of two', { and: [on('slug', 'garden'), on('language', 'de')] }, ['de /garden']],
      ['one of two', { or: [on('slug', 'bees'), on('language', 'de')] }, ['en /bees', 'de /garden']],
      ['not one', { not: on('language', 'en') }, ['de /garden']],
      ['a value that nothing has', { field: 'template', operator: 'exists', value: true }, []],
      [
        'another value than one that nothing has',
        { field: 'date', operator: 'notIn', value: ['2024-01-01'] },
        ['en /bees', 'de /garden', 'en /garden', 'en /news/autumn'],
      ],
      ['no comparison with nothing', { field: 'date', operator: 'lt', value: '9999-12-31' }, []],
    ])('hold for %s', async (_what, filter, names) => {
      const reader = (await createStore(snapshotOf(garden))).current();
      expect(namesOf(await reader.list('Page', { ...everything, filter }))).toEqual(names);
    });
  });
}

const on = (field: string, value: string): Condition => ({ field, operator: 'eq', value });

/** What a filter means, as plainly as it can be said. */
function holds(filter: Filter, node: ContentNode): boolean {
  if ('and' in filter) return !filter.and.some((part) => !holds(part, node));
  if ('or' in filter) return filter.or.filter((part) => holds(part, node)).length > 0;
  if ('not' in filter) return !holds(filter.not, node);
  const found = fieldValue(node, filter.field);
  if (filter.operator === 'exists') return filter.value ? found !== null : found === null;
  if (filter.operator === 'ne') return found !== filter.value;
  if (filter.operator === 'notIn') return filter.value.every((value) => value !== found);
  return found !== null && holdsForValue(filter, found);
}

function holdsForValue(condition: Condition, found: FieldValue): boolean {
  const { operator, value } = condition;
  if (operator === 'eq') return found === value;
  if (typeof value === 'object') return value.some((one) => one === found);
  if (operator === 'contains') return String(found).indexOf(value) !== -1;
  if (operator === 'startsWith') return String(found).indexOf(value) === 0;
  const sign = found === value ? 0 : order(found, value);
  if (operator === 'gt') return sign > 0;
  if (operator === 'gte') return sign >= 0;
  if (operator === 'lt') return sign < 0;
  return sign <= 0;
}

function order(a: FieldValue, b: FieldValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function fieldValue(node: ContentNode, field: string): FieldValue | null {
  const value = field === 'broken' && node.type === 'Link' ? node.problem !== null : fieldOf(node, field);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new Error(`expected a value of ${field}, but got none`);
}
