import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Where a generator takes its decisions from. */
export interface Choice {
  /** From 0 to `count - 1`. */
  below(count: number): number;
}

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Random text is none. */
const cursors: ReadonlySet<string> = new Set(['after', 'before']);

/** Fields of an operation that have fields of their own: lists within lists grow fast. */
const maximumComposites = 8;

/**
 * An operation of a schema with arguments, variables, aliases, fragments and conditions. Most are valid; in others fields
 * cannot be merged, or a value is not of its type.
 *
 * @param ids - of nodes
 */
export function randomOperation(schema: GraphQLSchema, ids: readonly string[], choice: Choice): RandomOperation {
  const declarations: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  let composites = 0;
  let aliases = 0;

  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[choice.below(items.length)];
    if (item === undefined) throw new Error('expected something to choose from, but got nothing');
    return item;
  };
  const isChance = (percent: number): boolean => choice.below(100) < percent;

  function selections(type: GraphQLNamedType, level: number): string {
    const count = 1 + choice.below(4);
    const made = Array.from({ length: count }, () => selection(type, level));
    return `{ ${made.join(' ')} }`;
  }

  function selection(type: GraphQLNamedType, level: number): string {
    if (isChance(8)) return `__typename${conditions()}`;
    if (isChance(15) || (isAbstractType(type) && isChance(60))) return fragment(type, level);
    const fields = isCompositeType(type) && 'getFields' in type ? Object.values(type.getFields()) : [];
    const simple = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const isFull = level > 5 || composites >= maximumComposites;
    const usable = isFull ? simple : fields;
    return usable.length === 0 ? '__typename' : field(oneOf(usable), level);
  }

  function field(definition: GraphQLField<unknown, unknown>, level: number): string {
    const given = definition.args.flatMap((argument) =>
      isNeeded(argument) || isChance(cursors.has(argument.name) ? 2 : 40) ? argumentOf(argument) : [],
    );
    const written = given.length === 0 ? '' : `(${given.join(', ')})`;
    const alias = aliasOf(definition.name, given.length > 0);
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return `${alias}${definition.name}${written}${conditions()}`;
    composites++;
    return `${alias}${definition.name}${written}${conditions()} ${selections(type, level + 1)}`;
  }

  /** Fields of one name whose arguments differ cannot be merged. */
  function aliasOf(name: string, isOwn: boolean): string {
    if (isOwn && isChance(95)) return `a${aliases++}: `;
    return isChance(3) ? `${oneOf(['a', 'b', 'title', '__proto__', name])}: ` : '';
  }

  function fragment(type: GraphQLNamedType, level: number): string {
    const types = isAbstractType(type) ? [...schema.getPossibleTypes(type), type] : [type, ...interfacesOf(type)];
    const condition = oneOf(types);
    if (isChance(40)) return `... on ${condition.name}${conditions()} ${selections(condition, level + 1)}`;
    if (isChance(20)) return `...${conditions()} ${selections(type, level + 1)}`;
    const name = `F${fragments.length}`;
    const index = fragments.push('') - 1;
    fragments[index] = `fragment ${name} on ${condition.name} ${selections(condition, level + 1)}`;
    return isChance(20) ? `...${name} ...${name}` : `...${name}${conditions()}`;
  }

  function conditions(): string {
    if (!isChance(15)) return '';
    const value = isChance(50) ? oneOf(['true', 'false']) : variable('Boolean!', oneOf([true, false]), 'true');
    return ` @${oneOf(['skip', 'include'])}(if: ${value})`;
  }

  function argumentOf({ name, type }: GraphQLArgument): string {
    const value = randomValue(type, 0);
    if (!isChance(50)) return `${name}: ${literal(value, getNamedType(type))}`;
    const named = isNonNullType(type) || !isChance(15) ? String(type) : `${type}!`;
    return `${name}: ${variable(named, value, literal(value, getNamedType(type)))}`;
  }

  /** Declares a variable; sometimes it has a default, sometimes it is left out or `null`. */
  function variable(type: string, value: unknown, initial: string): string {
    const name = `v${declarations.length}`;
    declarations.push(`$${name}: ${type}${isChance(25) ? ` = ${initial}` : ''}`);
    const absent = type.endsWith('!') ? 1 : 10;
    if (!isChance(absent)) variables[name] = isChance(absent) ? null : value;
    return `$${name}`;
  }

  function randomValue(type: GraphQLInputType, level: number): unknown {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && isChance(5)) return null;
    if (isListType(nullable)) {
      if (isChance(20)) return randomValue(nullable.ofType, level);
      return Array.from({ length: choice.below(3) }, () => randomValue(nullable.ofType, level));
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isNeeded(field) || (level < 3 && isChance(25)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, level + 1)]));
    }
    if (isEnumType(nullable)) return oneOf(nullable.getValues()).name;
    return oneOf(scalarValues(nullable.name, ids));
  }

  const selected = selections(schema.getQueryType() ?? oneOf([]), 0);
  const declared = declarations.length === 0 ? '' : ` (${declarations.join(', ')})`;
  return { query: [`query Q${declared} ${selected}`, ...fragments].join('\n'), variables };
}

const isNeeded = ({
  type,
  defaultValue,
}: {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}): boolean => isNonNullType(type) && defaultValue === undefined;

const interfacesOf = (type: GraphQLNamedType): readonly GraphQLNamedType[] =>
  isObjectType(type) ? (type satisfies GraphQLObjectType).getInterfaces() : [];

/** Values of a scalar; a few are wrong. */
function scalarValues(name: string, ids: readonly string[]): readonly unknown[] {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    Boolean: [true, false],
    Int: [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 0, 200, -1],
    ID: [...ids, 'nothing', 7],
    Language: [...['en', 'de', 'en', 'de', 'en', 'de', 'de-AT', 'EN', 'fr', 'en', 'de', 'en', 'de'], 'x'],
    Date: ['2026-11-23', '2026-11-22', '2026-11-23', '2026-11-22', '2026-02-30'],
  };
  return values[name] ?? ['village', 'mill', '/mill', 'partners', '', 'a', 'Ünï "quoted" \\ \n\u2028 👩‍🌾'];
}

/** A value as GraphQL writes it. */
function literal(value: unknown, type: GraphQLNamedType): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, type)).join(', ')}]`;
  if (isEnumType(type) && typeof value === 'string') return value;
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const fields = type.getFields();
    const written = Object.entries(value).flatMap(([name, item]) => {
      const field = fields[name];
      return field === undefined ? [] : `${name}: ${literal(item, getNamedType(field.type))}`;
    });
    return `{ ${written.join(', ')} }`;
  }
  return JSON.stringify(value);
}
