import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type Refusal, refuseDocument } from './error-answer.ts';

/** A text as a document. What is wrong with its operation's name comes before what is wrong with its fields. */
export type PreparedDocument =
  | { readonly document: DocumentNode; readonly refusal: Refusal | null }
  | { readonly document: null; readonly refusal: Refusal };

export interface DocumentRules {
  readonly schema: GraphQLSchema;
  /** Tokens of a document at the most. */
  readonly maximumTokens: number;
}

/** Parses and validates. @throws what is no GraphQLError */
export function prepareDocument(text: string, { schema, maximumTokens }: DocumentRules): PreparedDocument {
  const document = parseText(text, maximumTokens);
  if (document instanceof GraphQLError) {
    return { document: null, refusal: refuseDocument([document], 'GRAPHQL_PARSE_FAILED') };
  }
  const errors = validate(schema, document);
  return { document, refusal: errors.length === 0 ? null : refuseDocument(errors, 'GRAPHQL_VALIDATION_FAILED') };
}

function parseText(text: string, maximumTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: maximumTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
