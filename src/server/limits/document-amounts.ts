import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export type Executable = OperationDefinitionNode | FragmentDefinitionNode;

/** How much is selected; fragments count as often as they are spread. */
export interface Amounts {
  /** Levels of fields. Those below `__schema` and `__type` are none. */
  readonly depth: number;
  /** Fields of the selections themselves, not of those below. */
  readonly fields: number;
  readonly aliases: number;
  readonly spreads: number;
  /** Fields that are `__schema` or `__type`, or below them. */
  readonly introspected: number;
  /** Lists of types and fields within each other there. */
  readonly introspectedLists: number;
}

const nothing: Amounts = Object.freeze({
  depth: 0,
  fields: 0,
  aliases: 0,
  spreads: 0,
  introspected: 0,
  introspectedLists: 0,
});

/** Lists of the introspection types (GraphQL October 2021, 4.2) that lead back to types, so that they can go on for ever. */
const circularLists: ReadonlySet<string> = new Set(['types', 'fields', 'inputFields', 'interfaces', 'possibleTypes']);

/**
 * Measures selections of a document that need not be valid: a fragment that is not there counts nothing, and one that is
 * within itself nothing there. Each fragment is gone through once, so the time is that of the text, whatever the amounts.
 */
export function createMeter(fragments: Fragments): (definition: Executable) => Amounts {
  const known = { inside: new Map<string, Amounts>(), outside: new Map<string, Amounts>() };
  return (definition) => measure(definition.selectionSet, isOfIntrospection(definition));

  /** @param isInside - whether the selections are below `__schema` or `__type` */
  function measure({ selections }: SelectionSetNode, isInside: boolean): Amounts {
    return selections.map((selection) => amountsOf(selection, isInside)).reduce(together, nothing);
  }

  function amountsOf(selection: SelectionNode, isInside: boolean): Amounts {
    if (selection.kind === Kind.FIELD) return ofField(selection, isInside);
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet, isInside);
    const amounts = ofFragment(selection.name.value, isInside);
    return { ...amounts, spreads: amounts.spreads + 1 };
  }

  function ofField({ name, alias, selectionSet }: FieldNode, isInside: boolean): Amounts {
    const isIntrospected = isInside || name.value === '__schema' || name.value === '__type';
    const below = selectionSet === undefined ? nothing : measure(selectionSet, isIntrospected);
    return {
      depth: isInside ? 0 : below.depth + 1,
      fields: 1,
      aliases: below.aliases + (alias === undefined ? 0 : 1),
      spreads: below.spreads,
      introspected: below.introspected + (isIntrospected ? 1 : 0),
      introspectedLists: below.introspectedLists + (isInside && circularLists.has(name.value) ? 1 : 0),
    };
  }

  function ofFragment(name: string, isInside: boolean): Amounts {
    const amounts = isInside ? known.inside : known.outside;
    const before = amounts.get(name);
    const fragment = fragments.get(name);
    if (before !== undefined || fragment === undefined) return before ?? nothing;
    amounts.set(name, nothing);
    const measured = measure(fragment.selectionSet, isInside);
    amounts.set(name, measured);
    return measured;
  }
}

/** Whether a fragment is on one of the introspection types. */
const isOfIntrospection = (definition: Executable): boolean =>
  definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__');

/** Of several with one name the last. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

const together = (one: Amounts, other: Amounts): Amounts => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  spreads: one.spreads + other.spreads,
  introspected: one.introspected + other.introspected,
  introspectedLists: Math.max(one.introspectedLists, other.introspectedLists),
});
