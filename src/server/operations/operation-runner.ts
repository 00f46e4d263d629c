import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { checkComplexity, type RequestCost } from '../limits/check-complexity.ts';
import type { OperationContext } from '../operation-context.ts';
import { type CompiledOperation, compileOperation } from './compile/compile-operation.ts';
import { createTextMemory } from './compile/text-memory.ts';
import type { DocumentSizes, DocumentStore, FoundDocument } from './document-store.ts';
import { answerRefusal, refuseOperation, refuseRun } from './error-answer.ts';
import { interpretOperation } from './interpret-operation.ts';
import type { OperationAnswer, OperationRequest } from './operation.ts';
import type { OperationResult } from './operation-result.ts';
import { type PlainRequest, plainRequest } from './plain-request.ts';

/** Runs GraphQL requests without Yoga. */
export interface OperationRunner {
  /** `null` where the long way has to answer: among others, where the reader has to be waited for. Never throws. */
  run(request: OperationRequest, context: OperationContext): OperationAnswer | null;
  /** What is remembered. */
  sizes(): OperationSizes;
  /** Requests so far. */
  counts(): OperationCounts;
}

interface OperationSizes extends DocumentSizes {
  /** UTF-16 code units of what was written of nodes. */
  readonly remembered: number;
}

interface OperationCounts {
  readonly all: number;
  /** Those that a compiled operation answered. */
  readonly compiled: number;
}

export interface OperationRunnerOptions {
  readonly schema: GraphQLSchema;
  readonly preparedDocuments: DocumentStore;
  /** Units that an operation may cost. */
  readonly maximumComplexity: number;
  /** UTF-16 code units of what was written of nodes that are remembered; with 0 everything is written anew. */
  readonly maximumRemembered?: number;
}

/** An operation of a valid document that is to be run. */
interface Runnable {
  readonly request: PlainRequest;
  readonly context: OperationContext;
  readonly found: FoundDocument;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Of one document. */
const maximumCompiled = 20;
const defaultRemembered = 4_000_000;

const unknownOperation = refuseOperation(
  new GraphQLError('Could not determine what operation to execute.'),
  'OPERATION_RESOLUTION_FAILURE',
);

export function createOperationRunner({
  schema,
  preparedDocuments,
  maximumComplexity,
  maximumRemembered = defaultRemembered,
}: OperationRunnerOptions): OperationRunner {
  const memory = createTextMemory(maximumRemembered);
  const counts = { all: 0, compiled: 0 };

  function answer(request: PlainRequest, context: OperationContext): OperationAnswer | null {
    const { text, operationName, variables, mediaType } = request;
    const found = preparedDocuments.find(text);
    const { prepared } = found.known;
    if (prepared.document === null) return answerRefusal(prepared.refusal, mediaType);
    const { document, refusal } = prepared;
    const operation = getOperationAST(document, operationName);
    if (operation == null) return answerRefusal(unknownOperation, mediaType);
    // what there is to say about the method comes before what is wrong with the document
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    if (refusal !== null) return answerRefusal(refusal, mediaType);
    if (hasInheritedName(operation)) return null;
    const cost = { requested: prepared.costOf(operation, variables), limit: maximumComplexity };
    const excess = checkComplexity(cost);
    if (excess !== null) return refuse(excess, request, cost);
    const result = run({ request, context, found, document, operation });
    if (result !== null) context.budget.measure(result.data);
    const failure = context.budget.failure();
    if (failure !== null) return refuse(failure, request, cost);
    return result === null ? null : toAnswer(result, request, cost);
  }

  function run({ request, context, found, document, operation }: Runnable): OperationResult | null {
    const { operationName, variables } = request;
    const compiled = found.isBack ? compiledOperation(request.text, found, document, operation) : null;
    const data = compiled?.run(variables, context) ?? null;
    if (data !== null) {
      counts.compiled++;
      return { errors: null, data };
    }
    if (context.budget.failure() !== null) return null;
    context.budget.countAnew();
    return interpretOperation({ schema, document, operationName, variables, context });
  }

  function compiledOperation(
    text: string,
    { known: { compiled } }: FoundDocument,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): CompiledOperation | null {
    const name = operation.name?.value ?? '';
    const known = compiled.get(name);
    if (known !== undefined || compiled.size >= maximumCompiled) return known ?? null;
    const made = compileOperation({
      schema,
      document,
      operation,
      memory,
      onPlan: (fields) => preparedDocuments.addPlan(text, fields),
    });
    compiled.set(name, made);
    return made;
  }

  return {
    run(request, context) {
      counts.all++;
      const plain = plainRequest(request);
      if (plain === null || !context.reader.isImmediate) return null;
      try {
        return answer(plain, context);
      } catch {
        // the long way tells and logs what is wrong
        return null;
      }
    },
    sizes: () => ({ ...preparedDocuments.sizes(), remembered: memory.size() }),
    counts: () => ({ ...counts }),
  };
}

/** Of a variable that Yoga's executor loses, as its variables are an object with a prototype. */
const hasInheritedName = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ variable }) => variable.name.value === '__proto__');

function refuse(error: GraphQLError, { mediaType, wantsCost }: PlainRequest, cost: RequestCost): OperationAnswer {
  const answer = answerRefusal(refuseRun(error, wantsCost ? { cost } : undefined), mediaType);
  return { ...answer, isCacheable: error.extensions['code'] !== 'EXECUTION_TIMEOUT' };
}

function toAnswer({ errors, data }: OperationResult, { wantsCost }: PlainRequest, cost: RequestCost): OperationAnswer {
  const before = errors === null ? '' : `"errors":${errors},`;
  const after = wantsCost ? `,"extensions":${JSON.stringify({ cost })}` : '';
  return { status: 200, body: `{${before}"data":${data}${after}}`, isCacheable: true };
}
