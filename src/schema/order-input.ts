import type { NodeType } from '../content/nodes.ts';
import type { OrderKey } from '../store/contract.ts';
import type { OrderFieldName } from '../store/list-fields.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

const maximumKeys = 5;

const OrderDirectionRef = builder.enumType('OrderDirection', {
  description: 'Which way a list is ordered. Nodes without a value come last either way.',
  values: {
    ASC: { description: 'From A to Z, from the earliest day to the latest.' },
    DESC: { description: 'From Z to A, from the latest day to the earliest.' },
  } satisfies Record<OrderKey['direction'], { description: string }>,
});

/** A key of an order as a client writes it. */
export interface OrderInput {
  field: string;
  direction?: OrderKey['direction'] | null | undefined;
}

/** Declares what lists of a type are ordered by. */
function orderRef<Type extends NodeType>(type: Type, descriptions: Readonly<Record<OrderFieldName<Type>, string>>) {
  const name: string = `${type}OrderField`;
  const fieldRef = builder.enumType(name, {
    description: `What a list of nodes of type ${type} is ordered by.`,
    values: Object.fromEntries(
      Object.entries<string>(descriptions).map(([field, description]) => [
        field.toUpperCase(),
        { value: field, description },
      ]),
    ),
  });
  const ref = builder.inputRef<OrderInput>(`${type}Order`);
  ref.implement({
    description: `A key of the order of nodes of type ${type}. Text is ordered as the language of the list does, of its first 200 characters.`,
    fields: (t) => ({
      field: t.field({ type: fieldRef, required: true, description: 'What it goes by.' }),
      direction: t.field({ type: OrderDirectionRef, defaultValue: 'ASC', description: 'Which way.' }),
    }),
  });
  return ref;
}

export const PageOrderRef = orderRef('Page', {
  path: "By the page's path on a site.",
  slug: 'By the slug.',
  title: 'By the title.',
  date: 'By the date.',
});

export const PartnerOrderRef = orderRef('Partner', {
  name: 'By the name.',
  slug: 'By the slug.',
  url: 'By the address of the web site.',
});

/** @throws {GraphQLError} BAD_USER_INPUT when there are too many keys. */
export function orderOf(input: readonly OrderInput[] | null | undefined): readonly OrderKey[] {
  const keys = input ?? [];
  if (keys.length > maximumKeys)
    throw badUserInput(`Expected "orderBy" to have at most ${maximumKeys} keys, but got: ${keys.length}.`);
  return keys.map(({ field, direction }) => ({ field, direction: direction ?? 'ASC' }));
}
