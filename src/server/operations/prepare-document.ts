import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type Amount, evaluate } from '../limits/amount.ts';
import { checkDocument, type DocumentRules } from '../limits/check-document.ts';
import { limitError } from '../limits/limit-error.ts';
import { operationCost } from '../limits/operation-cost.ts';
import { type Refusal, refuseDocument } from './error-answer.ts';
import type { Variables } from './plain-request.ts';

/** A text as a document. What is wrong with its operation's name comes before what is wrong with its fields. */
export type PreparedDocument = UnreadableDocument | ReadDocument;

interface UnreadableDocument {
  readonly document: null;
  readonly errors: readonly GraphQLError[];
  readonly refusal: Refusal;
}

export interface ReadDocument {
  /** The one to run; its nodes have no places where the text is long. */
  readonly document: DocumentNode;
  /** What it has too much of, or what is not valid. */
  readonly errors: readonly GraphQLError[];
  /** The errors as an answer; `null` where there is none. */
  readonly refusal: Refusal | null;
  /** Units of complexity of a query of the document. @param variables - as they were sent */
  costOf(operation: OperationDefinitionNode, variables: Variables): number;
}

export interface PreparationRules extends DocumentRules {
  readonly schema: GraphQLSchema;
}

/** Errors of validation that a client is told at most. */
const maximumErrors = 20;

/** Parses, holds against the limits, and validates. @throws what is no GraphQLError */
export function prepareDocument(text: string, rules: PreparationRules): PreparedDocument {
  const document = parseText(text, rules.limits.tokens);
  if (document instanceof GraphQLError) {
    return { document: null, errors: [document], refusal: refuseDocument([document], 'GRAPHQL_PARSE_FAILED') };
  }
  const errors = errorsIn(document, rules);
  const run = errors.length === 0 ? runnable(text, document) : document;
  return {
    document: run,
    errors,
    refusal: errors.length === 0 ? null : refuseDocument(errors, 'GRAPHQL_VALIDATION_FAILED'),
    costOf: costsOf(run, rules),
  };
}

function parseText(text: string, maximumTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: maximumTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return isTokenLimit(error) ? tooManyTokens(maximumTokens) : error;
    throw error;
  }
}

/** UTF-16 code units and lines of a text in which errors of a run tell their places. */
const maximumPlaced = { length: 4096, lines: 100 };

/**
 * What is run. Without places where the text is long: for each error graphql-js counts the lines anew, and a run can have
 * thousands of errors. Those of validation, which are few, have told theirs.
 */
function runnable(text: string, document: DocumentNode): DocumentNode {
  const isShort = text.length <= maximumPlaced.length && text.split(/\r\n|[\n\r]/).length <= maximumPlaced.lines;
  return isShort ? document : parse(text, { noLocation: true });
}

/** graphql-js tells it by nothing else. */
const isTokenLimit = ({ message }: GraphQLError): boolean =>
  /^Syntax Error: Document contains more .* tokens/.test(message);

const tooManyTokens = (limit: number): GraphQLError =>
  limitError(
    'TOKEN_LIMIT_EXCEEDED',
    `Expected at most ${limit} tokens in a document, but got more. Divide it into several requests, or put long lists of values into variables.`,
  );

function errorsIn(document: DocumentNode, rules: PreparationRules): readonly GraphQLError[] {
  const excess = checkDocument(document, rules);
  if (excess !== null) return [excess];
  const options = { maxErrors: maximumErrors, hideSuggestions: !rules.introspection };
  return validate(rules.schema, document, specifiedRules, options);
}

function costsOf(document: DocumentNode, { schema, limits }: PreparationRules): ReadDocument['costOf'] {
  const known = new Map<OperationDefinitionNode, Amount>();
  return (operation, variables) => {
    const cost = known.get(operation) ?? operationCost({ schema, document, operation, maximumSize: limits.listSize });
    known.set(operation, cost);
    return evaluate(cost, variables);
  };
}
