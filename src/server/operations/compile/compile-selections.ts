import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { costOf } from '../../../schema/field-cost.ts';
import { unguarded } from '../../limits/guard-resolvers.ts';
import { collectFields, type Selections } from './collect-fields.ts';
import { compileArguments, dependsOnVariables } from './compile-arguments.ts';
import { compileLeaf } from './compile-leaf.ts';
import { jsonText } from './json-text.ts';
import { ignore, isObject, leave } from './not-plain.ts';
import { unknownInfo, type Write } from './run.ts';
import type { TextMemory } from './text-memory.ts';

/** Fields of a plan, each counted as often as fragments bring it in: their number can double with every fragment. */
const maximumFields = 2000;

/** What writes `data`. */
export interface Plan {
  readonly write: Write;
  readonly fields: number;
}

/** Compiles the selections on the root type. @throws where a part has to be left to graphql-js */
export function compileSelections(
  selections: Selections,
  root: GraphQLObjectType,
  set: SelectionSetNode,
  memory: TextMemory,
): Plan {
  let fields = 0;
  /** Of the fields so far those that do not give the same for the same source in one revision. */
  let variableFields = 0;
  const write = compileObject(root, [set]);
  return { write, fields };

  function compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write {
    if (type.isTypeOf != null) leave();
    const variableFieldsBefore = variableFields;
    const fieldsOf = collectFields(selections, type, sets);
    const writers = [...fieldsOf].map(([name, nodes], index) =>
      compileField(type, nodes, `${index === 0 ? '{' : ','}${jsonText(name)}:`),
    );
    if (writers.length === 0) return () => '{}';
    const cost = ownCostOf(type, fieldsOf.values());
    const write: Write = (source, run) => {
      run.budget.work(cost);
      let text = '';
      for (const write of writers) {
        text += write(source, run);
        if (text.length > run.maximumSize) run.budget.require(text.length);
      }
      return `${text}}`;
    };
    if (variableFields > variableFieldsBefore || !isContentNode(type)) return write;
    return (source, run) => (isObject(source) ? memory.recall(write, source, run) : write(source, run));
  }

  /** @param opening - what stands before the value */
  function compileField(parent: GraphQLObjectType, nodes: readonly FieldNode[], opening: string): Write {
    const [node = leave()] = nodes;
    if (++fields > maximumFields) leave();
    const name = node.name.value;
    if (name === '__typename') {
      const text = opening + jsonText(parent.name);
      return () => text;
    }
    // `__schema` and `__type` are none of its fields
    const field = parent.getFields()[name] ?? leave();
    const write = compileValue(field.type, nodes);
    if (dependsOnVariables(node)) variableFields++;
    const argumentsOf = compileArguments(field, node);
    const resolve = unguarded(field.resolve);
    if (resolve !== undefined) {
      return (source, run) =>
        opening + write(resolve(source, argumentsOf(run.variables), run.context, unknownInfo), run);
    }
    return (source, run) => {
      const value = isObject(source) ? source[name] : undefined;
      return opening + write(typeof value === 'function' ? leave() : value, run);
    };
  }

  function compileValue(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    return isNonNullType(type)
      ? compileNullable(type.ofType, nodes, () => leave())
      : compileNullable(type, nodes, writeNull);
  }

  function compileNullable(
    type: Exclude<GraphQLOutputType, { ofType: never }>,
    nodes: readonly FieldNode[],
    whenNull: Write,
  ): Write {
    if (isLeafType(type)) return compileLeaf(type, whenNull);
    if (isListType(type)) return compileList(compileValue(type.ofType, nodes), whenNull);
    const sets = nodes.map(({ selectionSet }) => selectionSet ?? leave());
    const write = isObjectType(type) ? compileObject(type, sets) : compileAbstract(type, sets);
    return (value, run) => {
      if (isObject(value)) return isSpecial(value) ? leave(value) : write(value, run);
      return value == null ? whenNull(value, run) : leave();
    };
  }

  function compileAbstract(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Write {
    const resolveType = type.resolveType ?? leave();
    const writers = new Map(
      selections.schema.getPossibleTypes(type).map((possible) => [possible.name, compileObject(possible, sets)]),
    );
    return (value, run) => {
      const name: unknown = resolveType(value, run.context, unknownInfo, type);
      const write = (typeof name === 'string' ? writers.get(name) : undefined) ?? leave(name);
      return write(value, run);
    };
  }
}

/** Of the fields themselves, as those who run one after another count them. */
function ownCostOf(type: GraphQLObjectType, fields: Iterable<readonly FieldNode[]>): number {
  const known = type.getFields();
  let cost = 0;
  for (const [node] of fields) {
    const field = known[node?.name.value ?? ''];
    cost += field === undefined ? 0 : costOf(field).own;
  }
  return cost;
}

const writeNull = (): string => 'null';

function compileList(write: Write, whenNull: Write): Write {
  return (values, run) => {
    if (!Array.isArray(values)) return values == null ? whenNull(values, run) : leave(values);
    if (values.length === 0) return '[]';
    try {
      let text = `[${write(values[0], run)}`;
      for (let index = 1; index < values.length; index++) {
        text += `,${write(values[index], run)}`;
        run.budget.require(text.length);
      }
      return `${text}]`;
    } catch (error) {
      values.forEach(ignore);
      throw error;
    }
  };
}

/** Its sources are nodes of a snapshot, which nobody edits. */
const isContentNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');

/** What an executor would throw or wait for. */
const isSpecial = (value: Readonly<Record<string, unknown>>): boolean =>
  value instanceof Error || typeof value['then'] === 'function';
