import {
  type BooleanValueNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { leave } from './not-plain.ts';

export interface Selections {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Variables in `@skip` and `@include` that are true; all others are false. */
  readonly trueConditions: ReadonlySet<string>;
}

/** The fields of an object by response name, in their order (GraphQL October 2021, 6.3.2). */
export function collectFields(
  { schema, fragments, trueConditions }: Selections,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) if (isIncluded(selection)) add(selection);
  }

  function add(selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const known = fields.get(name);
      if (known === undefined) fields.set(name, [selection]);
      else known.push(selection);
      return;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(selection.typeCondition)) collect(selection.selectionSet);
      return;
    }
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (visited.has(name) || fragment === undefined) return;
    visited.add(name);
    if (applies(fragment.typeCondition)) collect(fragment.selectionSet);
  }

  /** Whether a fragment is about this type. */
  function applies(condition: NamedTypeNode | undefined): boolean {
    if (condition === undefined) return true;
    const conditionType = typeFromAST(schema, condition);
    if (conditionType === type) return true;
    return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
  }

  function isIncluded({ directives = [] }: SelectionNode): boolean {
    return !directives.some((directive) => isTrue(directive) === (directive.name.value === 'skip'));
  }

  function isTrue(directive: DirectiveNode): boolean {
    const condition = conditionOf(directive);
    return typeof condition === 'string' ? trueConditions.has(condition) : condition.value;
  }

  for (const set of sets) collect(set);
  return fields;
}

/** The name of the variable that decides, or the value that is written there. */
export function conditionOf({ name, arguments: nodes = [] }: DirectiveNode): string | BooleanValueNode {
  const value = nodes.find((argument) => argument.name.value === 'if')?.value;
  if (name.value !== 'skip' && name.value !== 'include') return leave();
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  return value?.kind === Kind.BOOLEAN ? value : leave();
}
