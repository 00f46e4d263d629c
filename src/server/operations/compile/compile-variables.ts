import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isInputType,
  isLeafType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import type { Variables } from '../plain-request.ts';
import { leave } from './not-plain.ts';

type AddVariable = (to: Record<string, unknown>, given: Variables) => void;

/** Coerces an operation's variables (GraphQL October 2021, 6.1.2). What it makes throws where one is wrong. */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (given: Variables) => Variables {
  const adders = definitions.map((definition) => compileVariable(schema, definition));
  return (given) => {
    const coerced: Record<string, unknown> = {};
    for (const add of adders) add(coerced, given);
    return coerced;
  };
}

function compileVariable(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
): AddVariable {
  const name = variable.name.value;
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) return leave();
  const isRequired = isNonNullType(type);
  const coerce = compileCoercion(type);
  const initial: unknown = defaultValue === undefined ? undefined : valueFromAST(defaultValue, type);
  return (to, given) => {
    if (Object.hasOwn(given, name)) {
      const value = given[name];
      if (value == null && isRequired) leave();
      to[name] = value === null ? null : coerce(value);
    } else if (defaultValue !== undefined) {
      to[name] = initial;
    } else if (isRequired) {
      leave();
    }
  };
}

/** Of a value that is not null. */
function compileCoercion(type: GraphQLInputType): (value: unknown) => unknown {
  const nullable = getNullableType(type);
  if (isLeafType(nullable)) return (value) => nullable.parseValue(value) ?? leave();
  return (value) => coerceInputValue(value, type, leave);
}
