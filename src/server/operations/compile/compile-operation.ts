import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { OperationContext } from '../../operation-context.ts';
import type { Variables } from '../plain-request.ts';
import { conditionOf } from './collect-fields.ts';
import { compileSelections, type Plan } from './compile-selections.ts';
import { compileVariables } from './compile-variables.ts';
import { leave } from './not-plain.ts';
import type { TextMemory } from './text-memory.ts';

/** Plans of one operation: there is one for each set of conditions in `@skip` and `@include` that are true. */
const maximumPlans = 16;

/** A query that runs without an executor. */
export interface CompiledOperation {
  /**
   * `data` as JSON. `null` where graphql-js has to run the operation from its beginning: where anything went wrong, and where a
   * value has to be waited for. Also where the budget of the operation says that it has to end.
   */
  run(variables: Variables, context: OperationContext): string | null;
}

export interface OperationSource {
  readonly schema: GraphQLSchema;
  /** Valid. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly memory: TextMemory;
  /** Told of each plan that is made, how many fields it has. */
  readonly onPlan: (fields: number) => void;
}

export function compileOperation(source: OperationSource): CompiledOperation {
  const prepared = attempt(() => prepare(source));
  if (prepared === null) return { run: () => null };
  const { coerce, conditions, compilePlan } = prepared;
  const plans = new Map<string, Plan | null>();

  function planOf(variables: Variables): Plan | null {
    const trueConditions = conditions.filter((name) => isTrue(variables[name]));
    const key = trueConditions.join(' ');
    const known = plans.get(key);
    if (known !== undefined || plans.size >= maximumPlans) return known ?? null;
    const plan = attempt(() => compilePlan(trueConditions));
    plans.set(key, plan);
    source.onPlan(plan?.fields ?? 0);
    return plan;
  }

  return {
    run: (given, context) =>
      attempt(() => {
        const variables = coerce(given);
        const { budget } = context;
        const run = { variables, context, budget, maximumSize: budget.maximumSize };
        return planOf(variables)?.write(undefined, run) ?? null;
      }),
  };
}

function prepare({ schema, document, operation, memory }: OperationSource) {
  const root = schema.getQueryType() ?? leave();
  const definitions = operation.variableDefinitions ?? [];
  const names = new Set(definitions.map(({ variable }) => variable.name.value));
  const fragments = new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  return {
    coerce: compileVariables(schema, definitions),
    // fragments that only other operations use may have other variables
    conditions: conditionsIn(document).filter((name) => names.has(name)),
    compilePlan(trueConditions: readonly string[]) {
      const selections = { schema, fragments, trueConditions: new Set(trueConditions) };
      return compileSelections(selections, root, operation.selectionSet, memory);
    },
  };
}

const isFragment = (definition: { readonly kind: Kind }): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

/** Names of the variables in `@skip` and `@include`. */
function conditionsIn(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const condition = conditionOf(directive);
      if (typeof condition === 'string') names.add(condition);
    },
  });
  return [...names];
}

/** A condition that is missing or `null` is an error where its field is reached. */
const isTrue = (value: unknown): boolean => (typeof value === 'boolean' ? value : leave());

/** `null` where something was thrown. */
function attempt<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null;
  }
}
