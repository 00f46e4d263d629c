import { type DefinitionNode, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';
import type { QueryLimits } from '../query-limits.ts';
import { type Amounts, createMeter, type Executable, fragmentsOf } from './document-amounts.ts';
import { type LimitCode, limitError, shownCount } from './limit-error.ts';
import { countMergedPairs } from './merged-pairs.ts';

/** Fields below `__schema` and `__type`; the standard introspection query has about 220. */
const maximumIntrospected = 500;
/** Lists that are within each other there: the types of the schema with their fields. */
const maximumIntrospectedLists = 2;
/** Of a document: 200 fields of one name in one place. */
const maximumPairs = 20_000;

export interface DocumentRules {
  readonly limits: QueryLimits;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
}

/**
 * What a document has too much of; `null` where it keeps to every limit that does not depend on the schema. Fragments that
 * no operation uses are measured, too, as validation goes through all.
 *
 * @param document - need not be valid: validation is the slower of the two
 */
export function checkDocument(document: DocumentNode, rules: DocumentRules): GraphQLError | null {
  const amounts = measureDocument(document);
  const { limits } = rules;
  return (
    over(limits.fragments, amounts.spreads, 'FRAGMENT_LIMIT_EXCEEDED', texts.fragments) ??
    over(limits.depth, amounts.depth, 'DEPTH_LIMIT_EXCEEDED', texts.depth) ??
    over(limits.aliases, amounts.aliases, 'ALIAS_LIMIT_EXCEEDED', texts.aliases) ??
    over(limits.directives, amounts.directives, 'DIRECTIVE_LIMIT_EXCEEDED', texts.directives) ??
    over(limits.variables, amounts.variables, 'VARIABLE_LIMIT_EXCEEDED', texts.variables) ??
    checkIntrospection(amounts, rules) ??
    over(limits.rootFields, amounts.rootFields, 'ROOT_FIELD_LIMIT_EXCEEDED', texts.rootFields) ??
    over(maximumPairs, mergedPairsIn(document), 'MERGE_LIMIT_EXCEEDED', texts.pairs)
  );
}

/** The most that one operation or fragment of a document has. */
interface DocumentAmounts extends Omit<Amounts, 'fields'> {
  readonly rootFields: number;
  readonly variables: number;
  /** Of the whole document. */
  readonly directives: number;
}

function measureDocument(document: DocumentNode): DocumentAmounts {
  const executables = document.definitions.filter(isExecutable);
  const operations = executables.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const measure = createMeter(fragmentsOf(document));
  const measured = new Map(executables.map((definition) => [definition, measure(definition)]));
  const most = (name: keyof Amounts): number => highest([...measured.values()].map((amounts) => amounts[name]));
  return {
    depth: most('depth'),
    aliases: most('aliases'),
    spreads: most('spreads'),
    introspected: most('introspected'),
    introspectedLists: most('introspectedLists'),
    rootFields: highest(operations.map((operation) => measured.get(operation)?.fields ?? 0)),
    variables: highest(operations.map(({ variableDefinitions = [] }) => variableDefinitions.length)),
    directives: directivesIn(document),
  };
}

const highest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

const isExecutable = (definition: DefinitionNode): definition is Executable =>
  definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;

function directivesIn(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive() {
      count++;
      return false;
    },
  });
  return count;
}

const mergedPairsIn = (document: DocumentNode): number =>
  countMergedPairs(document.definitions.filter(isExecutable), fragmentsOf(document), maximumPairs);

function checkIntrospection(amounts: DocumentAmounts, { introspection }: DocumentRules): GraphQLError | null {
  const { introspected, introspectedLists } = amounts;
  if (introspected > 0 && !introspection) {
    const message = 'Expected no `__schema` and no `__type`, but got one: this server does not tell its schema.';
    return limitError('INTROSPECTION_DISABLED', `${message} Ask its operator for it.`);
  }
  const code = 'INTROSPECTION_LIMIT_EXCEEDED';
  return (
    over(maximumIntrospectedLists, introspectedLists, code, texts.introspectedLists) ??
    over(maximumIntrospected, introspected, code, texts.introspected)
  );
}

/** What there may be at most, and what to do. */
type Text = readonly [what: string, advice: string];

const texts = {
  fragments: [
    'spreads of fragments in an operation, each counted as often as others bring it in',
    'Write out what is spread most often.',
  ],
  depth: ['levels of fields', 'Ask for what lies deeper by a request of its own, for example by `node(id)`.'],
  aliases: [
    'aliases in an operation, each counted as often as fragments bring it in',
    'Ask for several nodes at once by `nodes(ids)`.',
  ],
  directives: ['directives in a document', 'Leave out those that change nothing.'],
  variables: ['variables in an operation', 'Put several values into one variable that is a list or an object.'],
  rootFields: ['fields of the root type in an operation', 'Divide them among several requests.'],
  introspected: ['fields below `__schema` and `__type`', 'Ask once by the standard introspection query.'],
  introspectedLists: [
    'lists of types and fields within each other below `__schema` and `__type`',
    'Ask by the standard introspection query, which names types and describes each once.',
  ],
  pairs: ['pairs of fields that have the same place in the answer', 'Ask for each field once.'],
} satisfies Record<string, Text>;

function over(limit: number, found: number, code: LimitCode, [what, advice]: Text): GraphQLError | null {
  if (found <= limit) return null;
  return limitError(code, `Expected at most ${limit} ${what}, but got: ${shownCount(found)}. ${advice}`);
}
