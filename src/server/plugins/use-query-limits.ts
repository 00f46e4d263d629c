import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { Budget } from '../limits/budget.ts';
import { checkComplexity, wantsCost } from '../limits/check-complexity.ts';
import { onlyQueries } from '../limits/limit-error.ts';
import type { OperationContext } from '../operation-context.ts';
import type { DocumentStore } from '../operations/document-store.ts';
import type { ReadDocument } from '../operations/prepare-document.ts';

export interface QueryLimitsOptions {
  readonly schema: GraphQLSchema;
  readonly preparedDocuments: DocumentStore;
  /** Units that an operation may cost. */
  readonly maximumComplexity: number;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
}

/** Errors of variables that a client is told at most. */
const maximumErrors = 50;

/** Has Yoga parse, validate and run operations within the limits of the short way, and by the same code. */
export function useQueryLimits(options: QueryLimitsOptions): Plugin<OperationContext> {
  const { schema, preparedDocuments, maximumComplexity, introspection } = options;
  const prepared = new WeakMap<DocumentNode, ReadDocument>();

  function parse(text: string): DocumentNode {
    const found = preparedDocuments.prepared(text);
    if (found.document === null) throw found.errors[0];
    prepared.set(found.document, found);
    return found.document;
  }

  return {
    onParse({ params, setParseFn }) {
      setParseFn(() => parse(params.source.toString()));
    },
    onValidate({ params, setResult }) {
      const read = prepared.get(params.documentAST);
      if (read === undefined) throw new Error('expected a document that was prepared, but got another one');
      setResult(read.errors);
    },
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const { document, operationName, variableValues, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      const read = prepared.get(document);
      if (operation == null || read === undefined) return undefined;
      if (operation.operation !== OperationTypeNode.QUERY) {
        setResultAndStopExecution({ errors: [onlyQueries(operation.operation)] });
        return undefined;
      }
      const given = variableValues ?? {};
      const cost = { requested: read.costOf(operation, given), limit: maximumComplexity };
      const extensions = wantsCost(contextValue.params.extensions) ? { extensions: { cost } } : {};
      const excess = checkComplexity(cost);
      const wrong = introspection ? [] : variableErrors(schema, operation, given);
      const errors = excess === null ? wrong : [excess];
      if (errors.length > 0) {
        setResultAndStopExecution({ errors, ...extensions });
        return undefined;
      }
      const { budget } = contextValue;
      setExecuteFn((executed) => withinTime(executeFn(executed), budget));
      return {
        onExecuteDone({ result, setResult }) {
          if (!isAsyncIterable(result)) setResult({ ...withinSize(result, budget), ...extensions });
        },
      };
    },
    onSubscribe({ setResultAndStopExecution }) {
      setResultAndStopExecution({ errors: [onlyQueries(OperationTypeNode.SUBSCRIPTION)] });
    },
  };
}

/** What is wrong with variables, without what the schema has instead: Yoga's executor always suggests it. */
function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const options = { maxErrors: maximumErrors, hideSuggestions: true };
  const { errors = [] } = getVariableValues(schema, variableDefinitions, given, options);
  // as Yoga's executor has it
  for (const { extensions } of errors) extensions['http'] = { status: 400 };
  return errors;
}

/** What never comes is not waited for: what stands in its place is replaced by the budget's failure. */
function withinTime<Result>(result: MaybePromise<Result>, budget: Budget): MaybePromise<Result | ExecutionResult> {
  if (!isPromise(result)) return result;
  return new Promise((resolve, reject) => {
    const stop = budget.onTimeout(() => resolve({}));
    void result.then(resolve, reject).finally(stop);
  });
}

/** Of an operation that had to end no part is told. */
function withinSize(result: ExecutionResult, budget: Budget): ExecutionResult {
  if (budget.mayBeOver()) budget.measure(JSON.stringify(result.data ?? null));
  budget.measureErrors(result.errors ?? []);
  const failure = budget.failure();
  return failure === null ? result : { errors: [failure] };
}
