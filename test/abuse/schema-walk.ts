import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Values to try for each scalar type, as GraphQL writes them. */
type Probes = Readonly<Record<string, readonly string[]>>;

export interface WalkInput {
  readonly schema: GraphQLSchema;
  readonly probes: Probes;
  /** Objects below that of a root field. */
  readonly depth: number;
}

/** A query, and the field of the root that it asks for. */
export interface WalkQuery {
  readonly root: string;
  readonly text: string;
}

/**
 * Every field of a schema: each root field with all arguments, and with its first ones each way down. A way ends with all
 * the values of an object, and the objects on it are asked for with all their arguments, too.
 */
export function walkSchema({ schema, probes, depth }: WalkInput): readonly WalkQuery[] {
  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new Error('expected a schema with queries, but it has none');
  return Object.values(query.getFields()).flatMap((field) => {
    const [first = '', ...others] = argumentsOf(field);
    const deep = [...waysBelow(field.type, depth)].map((way) => `{ ${field.name}${first}${way} }`);
    const shallow = others.flatMap((given) => {
      return valuesBelow(field.type).map((values) => `{ ${field.name}${given}${values} }`);
    });
    return [...deep, ...shallow].map((text) => ({ root: field.name, text }));
  });

  /** Selections of the values of an object, with those of its parts; one for each type that it may have. */
  function valuesBelow(outputType: GraphQLOutputType): readonly string[] {
    const type = getNamedType(outputType);
    if (isLeafType(type)) return [''];
    if (isInterfaceType(type)) {
      return schema
        .getPossibleTypes(type)
        .flatMap((possible) => valuesBelow(possible).map((values) => ` { ... on ${possible.name}${values} }`));
    }
    const fields = fieldsOf(type);
    const values = fields.filter(isValue).flatMap((field) => {
      return argumentsOf(field).map((given, index) => `${field.name}${index}: ${field.name}${given}`);
    });
    const parts = fields.filter(isPart).map((field) => `${field.name}${valuesBelow(field.type)[0] ?? ''}`);
    return [` { ${['__typename', ...values, ...parts].join(' ')} }`];
  }

  /** The same, and all ways further down. */
  function* waysBelow(outputType: GraphQLOutputType, hops: number): Iterable<string> {
    yield* valuesBelow(outputType);
    const type = getNamedType(outputType);
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    for (const possible of types) {
      for (const field of isLeafType(possible) ? [] : fieldsOf(possible)) {
        for (const way of waysThrough(field, hops)) {
          yield possible === type ? ` { ${way} }` : ` { ... on ${possible.name} { ${way} } }`;
        }
      }
    }
  }

  function* waysThrough(field: Field, hops: number): Iterable<string> {
    if (isValue(field) || field.name === 'edges' || (hops === 0 && !isPart(field))) return;
    for (const [index, given] of argumentsOf(field).entries()) {
      if (isPart(field)) yield* prefixed(field.name, waysBelow(field.type, hops));
      else if (index === 0) yield* prefixed(field.name + given, waysBelow(field.type, hops - 1));
      else yield* prefixed(field.name + given, valuesBelow(field.type));
    }
  }

  /** All combinations of what has to be there; with each of them, every other argument by itself. */
  function argumentsOf({ args }: Field): readonly string[] {
    const required = args.filter(isRequiredArgument).map(writtenArguments);
    const optional = args.filter((argument) => !isRequiredArgument(argument)).flatMap(writtenArguments);
    const combined = required.reduce<readonly (readonly string[])[]>(
      (all, values) => all.flatMap((some) => values.map((value) => [...some, value])),
      [[]],
    );
    const lists = combined.flatMap((some) => [some, ...optional.map((value) => [...some, value])]);
    return lists.map((list) => (list.length === 0 ? '' : `(${list.join(', ')})`));
  }

  function writtenArguments({ name, type }: GraphQLArgument): readonly string[] {
    return valuesOf(type).map((value) => `${name}: ${value}`);
  }

  function valuesOf(inputType: GraphQLInputType, isNested = false): readonly string[] {
    const type = getNullableType(inputType);
    if (isListType(type)) return valuesOf(type.ofType, isNested).map((value) => `[${value}]`);
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (!isInputObjectType(type)) {
      const values = probes[type.name];
      if (values === undefined) throw new Error(`expected values to try for ${type.name}, but there are none`);
      return values;
    }
    const fields = Object.values(type.getFields());
    const required = fields.filter(isRequiredInputField);
    if (required.length > 0) {
      const values = required.map((field) => valuesOf(field.type).map((value) => `${field.name}: ${value}`));
      return (values[0] ?? []).map((value) => `{ ${value} }`);
    }
    return fields.flatMap((field) => {
      const isSelf = getNamedType(field.type) === type;
      if (isSelf && isNested) return [];
      const values = valuesOf(field.type, isSelf || isNested);
      return values.map((value) => `{ ${field.name}: ${value} }`);
    });
  }
}

type Field = GraphQLField<unknown, unknown>;

function fieldsOf(type: GraphQLNamedType): readonly Field[] {
  if (!isObjectType(type)) throw new Error(`expected an object type, but got: ${type.name}`);
  return Object.values(type.getFields());
}

const isValue = ({ type }: Field): boolean => isLeafType(getNamedType(type));

/** Lists are no objects of their own. */
const isPart = ({ name }: Field): boolean => ['nodes', 'edges', 'node', 'pageInfo'].includes(name);

function* prefixed(prefix: string, selections: Iterable<string>): Iterable<string> {
  for (const selection of selections) yield prefix + selection;
}
