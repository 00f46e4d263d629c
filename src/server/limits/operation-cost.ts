import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { costOf } from '../../schema/field-cost.ts';
import type { Variables } from '../operations/plain-request.ts';
import { type Amount, product, sum } from './amount.ts';
import { type ArgumentAmounts, createArgumentAmounts } from './argument-amounts.ts';
import { fragmentsOf } from './document-amounts.ts';

/** Units of a condition: it is tried on every node of a type. */
const conditionCost = 100;

export interface CostSource {
  readonly schema: GraphQLSchema;
  /** Valid. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** `first` and `last` at the most. */
  readonly maximumSize: number;
}

/** What selections cost: once, and for each item of the connection that they are made on. */
interface Cost {
  readonly once: Amount;
  readonly perItem: Amount;
}

/**
 * The complexity of an operation: every field counts, as often as the lists around it may have items. What `@skip` and
 * `@include` leave out counts, and so does what only one of several types has.
 */
export function operationCost({ schema, document, operation, maximumSize }: CostSource): Amount {
  const fragments = fragmentsOf(document);
  const amounts = createArgumentAmounts({ maximumSize, defaults: defaultsOf(operation) });
  const known = new Map<string, Cost>();
  return costOfSet(operation.selectionSet, schema.getRootType(operation.operation)).once;

  function costOfSet({ selections }: SelectionSetNode, parent: GraphQLNamedType | null | undefined): Cost {
    const costs = selections.map((selection) => costOfSelection(selection, parent));
    return { once: sum(costs.map(({ once }) => once)), perItem: sum(costs.map(({ perItem }) => perItem)) };
  }

  function costOfSelection(selection: SelectionNode, parent: GraphQLNamedType | null | undefined): Cost {
    if (selection.kind === Kind.FIELD) return costOfField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return costOfFragment(selection.name.value);
    const { typeCondition, selectionSet } = selection;
    return costOfSet(selectionSet, typeCondition === undefined ? parent : schema.getType(typeCondition.name.value));
  }

  function costOfFragment(name: string): Cost {
    const fragment = fragments.get(name);
    const cost = known.get(name);
    if (cost !== undefined || fragment === undefined) return cost ?? free;
    const made = costOfSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    known.set(name, made);
    return made;
  }

  function costOfField(node: FieldNode, parent: GraphQLNamedType | null | undefined): Cost {
    const field = isCompositeType(parent) && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    // `__typename`, and introspection, which has limits of its own
    if (field === undefined) return { once: 1, perItem: 0 };
    const { own, times, filter } = costOf(field);
    const below = node.selectionSet === undefined ? free : costOfSet(node.selectionSet, getNamedType(field.type));
    if (times === 'items') return { once: own, perItem: below.once };
    const conditions = filter === null ? 0 : product(amounts.conditionsOf(node, filter), conditionCost);
    return { once: sum([own, conditions, repeated(node, times, below, amounts)]), perItem: 0 };
  }
}

const free: Cost = Object.freeze({ once: 0, perItem: 0 });

function repeated(node: FieldNode, times: number | 'window' | 'ids', below: Cost, amounts: ArgumentAmounts): Amount {
  if (times === 'window') return sum([below.once, product(amounts.windowOf(node), below.perItem)]);
  return product(times === 'ids' ? amounts.lengthOf(node, 'ids') : times, below.once);
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}
