import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { hasVariable } from '../../limits/has-variable.ts';
import type { Variables } from '../plain-request.ts';
import { leave } from './not-plain.ts';

type Arguments = Record<string, unknown>;
type AddArgument = (to: Arguments, variables: Variables) => void;

/** Whether variables have a part in a field's arguments. */
export const dependsOnVariables = ({ arguments: nodes = [] }: FieldNode): boolean =>
  nodes.some(({ value }) => hasVariable(value));

/** Makes a field's arguments (GraphQL October 2021, 6.4.1). @returns those that no variable changes always as one object */
export function compileArguments(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => Readonly<Arguments> {
  const { arguments: nodes = [] } = node;
  const adders = args.map((argument) =>
    compileArgument(argument, nodes.find(({ name }) => name.value === argument.name)?.value),
  );
  const make = (variables: Variables): Arguments => {
    const made: Arguments = {};
    for (const add of adders) add(made, variables);
    return made;
  };
  if (dependsOnVariables(node)) return make;
  const constant = Object.freeze(make({}));
  return () => constant;
}

function compileArgument(argument: GraphQLArgument, node: ValueNode | undefined): AddArgument {
  const { name, type, defaultValue } = argument;
  const isRequired = isNonNullType(type);
  const addDefault: AddArgument = (to) => {
    if (defaultValue !== undefined) to[name] = defaultValue;
    else if (isRequired) leave();
  };
  if (node === undefined) return addDefault;
  if (node.kind === Kind.VARIABLE) {
    const variable = node.name.value;
    return (to, variables) => {
      if (!Object.hasOwn(variables, variable)) return addDefault(to, variables);
      const value = variables[variable];
      if (value == null && isRequired) leave();
      to[name] = value;
    };
  }
  const read = (variables: Variables): unknown => {
    const value: unknown = valueFromAST(node, type, variables);
    // what is wrong with it only graphql-js can tell
    return value === undefined || (value === null && isRequired) ? leave() : value;
  };
  if (hasVariable(node)) {
    return (to, variables) => {
      to[name] = read(variables);
    };
  }
  const constant = read({});
  return (to) => {
    to[name] = constant;
  };
}
