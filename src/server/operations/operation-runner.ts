import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Context } from '../../schema/context.ts';
import { type CompiledOperation, compileOperation } from './compile/compile-operation.ts';
import { createTextMemory } from './compile/text-memory.ts';
import { createDocumentStore, type DocumentSizes, type KnownDocument } from './document-store.ts';
import { answerRefusal, refuseOperation } from './error-answer.ts';
import { interpretOperation } from './interpret-operation.ts';
import type { OperationAnswer, OperationRequest } from './operation.ts';
import { type PlainRequest, plainRequest } from './plain-request.ts';

/** Runs GraphQL requests without Yoga. */
export interface OperationRunner {
  /** `null` where the long way has to answer: among others, where the reader has to be waited for. Never throws. */
  run(request: OperationRequest, context: Context): OperationAnswer | null;
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
  /** Tokens of a document at the most. */
  readonly maximumTokens: number;
  /** UTF-16 code units of what was written of nodes that are remembered; with 0 everything is written anew. */
  readonly maximumRemembered?: number;
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
  maximumTokens,
  maximumRemembered = defaultRemembered,
}: OperationRunnerOptions): OperationRunner {
  const memory = createTextMemory(maximumRemembered);
  const documents = createDocumentStore({ schema, maximumTokens });
  const counts = { all: 0, compiled: 0 };

  function answer(request: PlainRequest, context: Context): OperationAnswer | null {
    const { text, operationName, variables, mediaType } = request;
    const { known, isBack } = documents.find(text);
    const { document, refusal } = known.prepared;
    if (document === null) return answerRefusal(refusal, mediaType);
    const operation = getOperationAST(document, operationName);
    if (operation == null) return answerRefusal(unknownOperation, mediaType);
    if (refusal !== null) return answerRefusal(refusal, mediaType);
    if (operation.operation !== OperationTypeNode.QUERY || hasInheritedName(operation)) return null;
    const compiled = isBack ? compiledOperation(text, known, document, operation) : null;
    const data = compiled?.run(variables, context) ?? null;
    if (data === null) return interpretOperation({ schema, document, operationName, variables, context });
    counts.compiled++;
    return { status: 200, body: `{"data":${data}}`, isCacheable: true };
  }

  function compiledOperation(
    text: string,
    { compiled }: KnownDocument,
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
      onPlan: (fields) => documents.addPlan(text, fields),
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
    sizes: () => ({ ...documents.sizes(), remembered: memory.size() }),
    counts: () => ({ ...counts }),
  };
}

/** Of a variable that Yoga's executor loses, as its variables are an object with a prototype. */
const hasInheritedName = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ variable }) => variable.name.value === '__proto__');
