import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { costOf } from '../../schema/field-cost.ts';
import { isPromise } from '../../store/maybe-promise.ts';
import type { OperationContext } from '../operation-context.ts';

type Resolver = GraphQLFieldResolver<unknown, OperationContext>;

/** A resolver that keeps to the budget of its operation. */
interface Guarded extends Resolver {
  readonly unguarded: Resolver | undefined;
}

/**
 * Has every resolver of a schema keep to the budget of its operation, for executors that only know resolvers. Changes the
 * schema in place, which nobody else may have yet; compiled operations keep to the budget by themselves.
 */
export function guardResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // those of introspection are shared by all schemas
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = guarded(field);
  }
  return schema;
}

/** The resolver as it was before. */
export const unguarded = (resolve: Resolver | undefined): Resolver | undefined =>
  resolve !== undefined && isGuarded(resolve) ? resolve.unguarded : resolve;

const isGuarded = (resolve: Resolver): resolve is Guarded => 'unguarded' in resolve;

/** `"":,` around the name of a field. */
const punctuation = 4;

function guarded(field: GraphQLField<unknown, OperationContext>): Guarded {
  const { resolve } = field;
  const { own } = costOf(field);
  const run = resolve ?? defaultFieldResolver;
  const sizeOf = sizeIn(field.type);
  const guard: Resolver = (source, args, context, info) => {
    const { budget } = context;
    const counted = (found: unknown): unknown => {
      budget.spend(sizeOf(found));
      return found;
    };
    try {
      budget.work(own);
      budget.spend(String(info.path.key).length + punctuation);
      const value: unknown = run(source, args, context, info);
      return isPromise(value) ? value.then(counted) : counted(value);
    } catch (error) {
      if (context.reader.isImmediate) throw error;
      // where others are waited for, Yoga's executor would let these fail unseen, which ends the process
      return Promise.reject(error);
    }
  };
  return Object.assign(guard, { unguarded: resolve });
}

/** Bytes of a value in an answer, or fewer; of short ones nothing. */
function sizeIn(type: GraphQLOutputType): (value: unknown) => number {
  const named = getNamedType(type);
  if (!isScalarType(named) && !isEnumType(named)) return () => 0;
  return (value) => {
    if (typeof value === 'string') return value.length;
    return typeof value === 'object' && value !== null ? JSON.stringify(value).length : 0;
  };
}
