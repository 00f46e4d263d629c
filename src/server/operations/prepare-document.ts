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
  return {
    document,
    errors,
    refusal: errors.length === 0 ? null : refuseDocument(errors, 'GRAPHQL_VALIDATION_FAILED'),
    costOf: costsOf(document, rules),
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
