import { readFileSync } from 'node:fs';
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { costOf, listEstimates } from '../../src/schema/field-cost.ts';
import { createSchema } from '../../src/schema/index.ts';

const fields = Object.values(createSchema().getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })));

test('every list of objects says how many it is taken to have', () => {
  const lists = fields.filter(
    ({ field: { type } }) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)),
  );
  expect(lists.length).toBeGreaterThan(20);
  expect(lists.filter(({ field }) => costOf(field).times === 1).map(({ place }) => place)).toEqual([]);
});

test('every connection costs by its size, and by its filter where it has one', () => {
  const connections = fields.filter(({ field: { type } }) => getNamedType(type).name.endsWith('Connection'));
  expect(connections).toHaveLength(5);
  for (const { field } of connections) {
    const hasFilter = field.args.some(({ name }) => name === 'filter');
    expect(costOf(field)).toMatchObject({ times: 'window', filter: hasFilter ? 'filter' : null });
  }
});

test('what is rendered costs more than what is there', () => {
  const costly = fields.filter(({ field }) => costOf(field).own >= 15).map(({ place }) => place);
  expect(costly.toSorted()).toEqual([
    'Goal.html',
    'Page.excerpt',
    'Page.html',
    'Page.text',
    'Page.wordCount',
    'Section.html',
    'Section.text',
  ]);
});

test('the documentation has the estimates', () => {
  const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  for (const [name, estimate] of Object.entries(listEstimates)) expect(page).toContain(`\`${name}\` ${estimate}`);
});
