import { usualMaximum } from '../schema/paging.ts';

/** What one request may ask for. What is over a limit is refused with a code of its own. */
export interface QueryLimits {
  /** Bytes of a request body. */
  readonly bodySize: number;
  /** Tokens of a document; the introspection query has about 250. */
  readonly tokens: number;
  /** Levels of fields. */
  readonly depth: number;
  /** Fields of an operation that have an alias, each counted as often as fragments bring it in. */
  readonly aliases: number;
  /** Fields of an operation's root. */
  readonly rootFields: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Spreads of fragments in an operation, each counted as often as other fragments bring it in. */
  readonly fragments: number;
  /** Variables of an operation. */
  readonly variables: number;
  /** Cost of an operation: its fields, each counted as often as the lists around it may have items. */
  readonly complexity: number;
  /** `first` and `last` of a list. */
  readonly listSize: number;
  /** Milliseconds that an operation may run. */
  readonly executionTime: number;
  /** Bytes of an answer, before it is compressed. */
  readonly responseSize: number;
}

export const defaultQueryLimits: QueryLimits = Object.freeze({
  bodySize: 100_000,
  tokens: 2000,
  depth: 12,
  aliases: 50,
  rootFields: 20,
  directives: 50,
  fragments: 500,
  variables: 100,
  complexity: 11_000,
  listSize: usualMaximum,
  executionTime: 10_000,
  responseSize: 10_000_000,
});
