import type { GraphQLField } from 'graphql';

/** What a field counts for in the complexity of an operation. One unit is about the work of a field that gives a text. */
export interface FieldCost {
  /** Of the field by itself. */
  readonly own: number;
  /** How often what is selected of it counts. */
  readonly times: Times;
  /** The argument whose conditions cost, where it has one. */
  readonly filter: string | null;
}

/**
 * A number, or what it depends on: `window` a connection, whose items are as many as `first` and `last` say; `items` the
 * items of the connection that the field is one of; `ids` the argument of that name.
 */
type Times = number | 'window' | 'items' | 'ids';

/** Items that lists within nodes are taken to have: more than most pages of real sites. */
export const listEstimates = {
  backlinks: 10,
  diagnostics: 2,
  goals: 3,
  headings: 8,
  languages: 5,
  links: 10,
  mentions: 5,
  missing: 200,
  pages: 5,
  partners: 5,
  sections: 8,
  translations: 4,
} as const;

/** Units of what takes longer than a plain field. */
export const ownCosts = {
  /** Made of the body of a page, for the first time in a revision. */
  pageRendered: 30,
  /** Text that is made of the body of a page; several such fields share it. */
  textMade: 15,
  /** Made of a section or an item. */
  partRendered: 20,
  cursor: 10,
  /** A list that is searched without an index. */
  search: 5,
  longText: 2,
} as const;

const plain: FieldCost = Object.freeze({ own: 1, times: 1, filter: null });

/** Extensions of a field that declare what it costs. */
export function costs(cost: Partial<FieldCost>): { readonly cost: FieldCost } {
  return { cost: { ...plain, ...cost } };
}

/** The same of a list within a node. */
export function costsOfList(name: keyof typeof listEstimates): { readonly cost: FieldCost } {
  return costs({ times: listEstimates[name] });
}

/** What a field declares. */
export function costOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): FieldCost {
  const { cost } = extensions;
  return isFieldCost(cost) ? cost : plain;
}

const isFieldCost = (value: unknown): value is FieldCost =>
  typeof value === 'object' && value !== null && 'own' in value && 'times' in value && 'filter' in value;
