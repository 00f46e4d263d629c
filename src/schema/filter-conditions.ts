import type { Operator, OperatorValues } from '../store/contract.ts';
import type { FieldKind } from '../store/list-fields.ts';
import { builder } from './builder.ts';
import { LinkKindRef } from './link-kind.ts';

const rule = 'All conditions must hold; one that is `null` counts as left out.';
const withoutValue = 'Where there is no value, only `ne`, `notIn` and `exists: false` hold.';
const exists = 'Whether there is a value.';

const StringFilterRef = builder.inputType('StringFilter', {
  description: `Conditions on text, which is compared character by character: case and accents count. ${rule} ${withoutValue}`,
  fields: (t) => ({
    eq: t.string({ description: 'It is this text.' }),
    ne: t.string({ description: 'It is not this text.' }),
    in: t.stringList({ description: 'It is one of these texts.' }),
    notIn: t.stringList({ description: 'It is none of these texts.' }),
    contains: t.string({ description: 'It has this text in it.' }),
    startsWith: t.string({ description: 'It begins with this text.' }),
    exists: t.boolean({ description: exists }),
  }),
});

const DateFilterRef = builder.inputType('DateFilter', {
  description: `Conditions on a day. ${rule} ${withoutValue}`,
  fields: (t) => ({
    eq: t.field({ type: 'Date', description: 'It is this day.' }),
    ne: t.field({ type: 'Date', description: 'It is not this day.' }),
    in: t.field({ type: ['Date'], description: 'It is one of these days.' }),
    notIn: t.field({ type: ['Date'], description: 'It is none of these days.' }),
    gt: t.field({ type: 'Date', description: 'It is after this day.' }),
    gte: t.field({ type: 'Date', description: 'It is this day or after it.' }),
    lt: t.field({ type: 'Date', description: 'It is before this day.' }),
    lte: t.field({ type: 'Date', description: 'It is this day or before it.' }),
    exists: t.boolean({ description: exists }),
  }),
});

const IntFilterRef = builder.inputType('IntFilter', {
  description: `Conditions on a number. ${rule}`,
  fields: (t) => ({
    eq: t.int({ description: 'It is this number.' }),
    ne: t.int({ description: 'It is not this number.' }),
    in: t.intList({ description: 'It is one of these numbers.' }),
    notIn: t.intList({ description: 'It is none of these numbers.' }),
    gt: t.int({ description: 'It is greater than this number.' }),
    gte: t.int({ description: 'It is this number or greater.' }),
    lt: t.int({ description: 'It is less than this number.' }),
    lte: t.int({ description: 'It is this number or less.' }),
  }),
});

const BooleanFilterRef = builder.inputType('BooleanFilter', {
  description: 'A condition on what is true or false. One that is `null` counts as left out.',
  fields: (t) => ({ eq: t.boolean({ description: 'It is this.' }) }),
});

const LinkKindFilterRef = builder.inputType('LinkKindFilter', {
  description: `Conditions on the kind of a link. ${rule}`,
  fields: (t) => ({
    eq: t.field({ type: LinkKindRef, description: 'It is this kind.' }),
    ne: t.field({ type: LinkKindRef, description: 'It is not this kind.' }),
    in: t.field({ type: [LinkKindRef], description: 'It is one of these kinds.' }),
    notIn: t.field({ type: [LinkKindRef], description: 'It is none of these kinds.' }),
  }),
});

/** The conditions that there are on the fields of each kind. */
export const conditionRefs = {
  text: StringFilterRef,
  day: DateFilterRef,
  number: IntFilterRef,
  boolean: BooleanFilterRef,
  linkKind: LinkKindFilterRef,
} satisfies Record<FieldKind, { readonly $inferInput: ConditionsInput }>;

/** Conditions on one field, of whatever kind, as a client writes them. */
export type ConditionsInput = { readonly [Name in Operator]?: OperatorValues[Name] | null | undefined };
