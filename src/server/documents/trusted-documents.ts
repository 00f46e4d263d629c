import { type DocumentNode, type GraphQLError, Kind, OperationTypeNode, print } from 'graphql';
import { checkComplexity } from '../limits/check-complexity.ts';
import { type PreparationRules, type PreparedDocument, prepareDocument } from '../operations/prepare-document.ts';
import { plainId } from './document-id.ts';
import { sha256Of } from './sha256-of.ts';

/** A document that an owner trusts. */
export interface DocumentSource {
  /** `null` for one that is known by its hashes alone. */
  readonly id: string | null;
  readonly text: string;
}

interface DocumentProblem<Source> {
  readonly source: Source;
  /** In the text, counted from 1; `null` for the whole. */
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly message: string;
}

export interface TrustedDocuments<Source> {
  /** Texts by their ids, and by the SHA-256 of each in hexadecimal digits of lower case. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly DocumentProblem<Source>[];
}

/**
 * Takes in documents by their ids. One without is known by the hash of its exact text, of the trimmed one, and of what
 * graphql-js prints, each of which leads to the very text that it is of: errors tell places.
 */
export function collectTrustedDocuments<Source extends DocumentSource>(
  sources: readonly Source[],
  rules: PreparationRules,
): TrustedDocuments<Source> {
  const texts = new Map<string, string>();
  const problems: DocumentProblem<Source>[] = [];
  const hashed: string[] = [];
  for (const source of sources) {
    const { document, found } = check(source.text, rules);
    problems.push(...found.map((problem) => ({ ...problem, source })));
    const id = source.id === null ? null : plainId(source.id);
    if (id !== null && texts.has(id) && texts.get(id) !== source.text) {
      problems.push({ source, at: null, message: 'Expected an id of its own, but another document has it, too.' });
    }
    if (id !== null) texts.set(id, source.text);
    hashed.push(...(id === null ? spellingsOf(source.text, document) : [source.text]));
  }
  for (const text of hashed) {
    const hash = sha256Of(text);
    // an id that somebody has given a document is that of no other
    if (hash !== null && !texts.has(hash)) texts.set(hash, text);
  }
  return { texts, problems };
}

const spellingsOf = (text: string, document: DocumentNode | null): readonly string[] => [
  text,
  text.trim(),
  ...(document === null ? [] : [print(document)]),
];

type Found = Omit<DocumentProblem<never>, 'source'>;

function check(
  text: string,
  rules: PreparationRules,
): { readonly document: DocumentNode | null; readonly found: readonly Found[] } {
  const prepared = prepareDocument(text, rules);
  const { document } = prepared;
  const misfit = document === null ? null : misfitOf(document);
  if (misfit !== null) return { document, found: [{ at: null, message: misfit }] };
  const errors = prepared.errors.length > 0 ? prepared.errors : excessesOf(prepared, rules);
  return {
    document,
    found: errors.map(({ message, locations }) => ({ at: locations?.[0] ?? null, message: explain(message) })),
  };
}

/** What is too complex whatever is sent with it; where variables count, each request is told. */
function excessesOf(prepared: PreparedDocument, { limits }: PreparationRules): readonly GraphQLError[] {
  if (prepared.document === null) return [];
  return prepared.document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.variableDefinitions?.length !== 0) return [];
    return checkComplexity({ requested: prepared.costOf(definition, {}), limit: limits.complexity }) ?? [];
  });
}

/** What validation would tell in a way that helps nobody, or not at all. */
function misfitOf({ definitions }: DocumentNode): string | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const other = operations.find(({ operation }) => operation !== OperationTypeNode.QUERY);
  if (other !== undefined) return `Expected queries, but got a ${other.operation}, which nothing here answers.`;
  if (operations.length > 0 || definitions.some(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION)) return null;
  return 'Expected an operation, but got fragments alone. Write them into each document that spreads them.';
}

const explain = (message: string): string =>
  message.startsWith('Unknown fragment ')
    ? `${message} Each document has to hold the fragments that it spreads.`
    : message;
