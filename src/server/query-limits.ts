/** What one request may ask for. What is over a limit is refused with a code of its own. */
export interface QueryLimits {
  /** Bytes of a request body. */
  readonly bodySize: number;
  /** Tokens of a document; the introspection query has about 250. */
  readonly tokens: number;
  /** Levels of fields. */
  readonly depth: number;
  /** Fields with an alias, each counted as often as fragments bring it in. */
  readonly aliases: number;
  /** Fields of an operation's root. */
  readonly rootFields: number;
  /** Directives of a document. */
  readonly directives: number;
  /** Fragments that are spread, each counted as often as others bring it in. */
  readonly fragments: number;
  /** Variables of an operation. */
  readonly variables: number;
  /** Fields, each counted as often as lists may bring it in. */
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
  listSize: 200,
  executionTime: 10_000,
  responseSize: 10_000_000,
});
