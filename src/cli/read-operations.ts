import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { shown } from '../config/expecting.ts';
import { shownPath } from '../config/find-config.ts';
import { JsonError, parseJson } from '../config/parse-json.ts';
import { createSchema } from '../schema/index.ts';
import { collectTrustedDocuments, type DocumentSource } from '../server/documents/trusted-documents.ts';
import type { ServerOptions } from '../server/server-options.ts';

export interface OperationsRequest {
  /** A JSON file, a `.graphql` file, or a folder of these. */
  readonly path: string;
  readonly workingFolder: string;
  /** What requests may ask for. */
  readonly server: Pick<ServerOptions, 'limits' | 'introspection'>;
}

interface NamedDocument extends DocumentSource {
  /** How messages call it. */
  readonly place: string;
}

/**
 * Reads the documents that the owner trusts, and checks each as a request's would be.
 *
 * @returns their texts by id and by hash
 * @throws {ConfigError} when they cannot be read, or one of them could not be run.
 */
export function readOperations({ path, workingFolder, server }: OperationsRequest): ReadonlyMap<string, string> {
  const documents = readDocuments(resolve(workingFolder, path), workingFolder);
  const { texts, problems } = collectTrustedDocuments(documents, {
    schema: createSchema(),
    limits: server.limits,
    introspection: server.introspection,
  });
  if (problems.length === 0) return texts;
  const lines = problems.map(({ source, at, message }) => {
    return `${source.place}${at === null ? '' : `:${at.line}:${at.column}`}: ${message}`;
  });
  throw new ConfigError('CONFIG_INVALID', lines);
}

function readDocuments(path: string, workingFolder: string): readonly NamedDocument[] {
  const place = shownPath(path, workingFolder);
  const status = attempt(place, () => statSync(path, { throwIfNoEntry: false }));
  if (status === undefined) {
    throw new ConfigError(
      'CONFIG_NOT_FOUND',
      `${place}: expected a file or a folder with operations, but found nothing`,
    );
  }
  if (status.isDirectory()) return readFolder(path, workingFolder);
  return isGraphql(path) ? [{ id: null, text: readText(path, place), place }] : readJson(path, place);
}

function readFolder(folder: string, workingFolder: string): readonly NamedDocument[] {
  const place = shownPath(folder, workingFolder);
  const files = attempt(place, () => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    // what a mounted ConfigMap links to lies beside the links, in folders whose names begin with a dot
    .filter((file) => isGraphql(file) && !/(?:^|[\\/])\./.test(file))
    .toSorted()
    .map((file) => join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  if (files.length === 0) {
    throw new ConfigError('CONFIG_INVALID', `${place}: expected files that end in .graphql or .gql, but found none`);
  }
  return files.map((file) => {
    const shownAs = shownPath(file, workingFolder);
    return { id: null, text: readText(file, shownAs), place: shownAs };
  });
}

const isGraphql = (path: string): boolean => /\.(?:graphql|gql)$/i.test(path);

function readJson(path: string, place: string): readonly NamedDocument[] {
  const value = parseFile(readText(path, place), place);
  const entries =
    isObject(value) && value['format'] === manifestFormat ? ofManifest(value, place) : ofRecord(value, place);
  if (entries.length > 0) return entries;
  throw new ConfigError('CONFIG_INVALID', `${place}: expected at least one document, but found none`);
}

function parseFile(text: string, place: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column } = error.at;
    throw new ConfigError('CONFIG_BROKEN', `${place}:${line}:${column}: ${error.message}`, { cause: error });
  }
}

/** As GraphQL Code Generator and Relay write it: texts by id. */
function ofRecord(value: unknown, place: string): readonly NamedDocument[] {
  if (!isObject(value)) throw invalid(place, 'an object with the texts of documents by their ids', value);
  return Object.entries(value).map(([id, text]) => toDocument({ id, text }, `${place}[${JSON.stringify(id)}]`));
}

/** As Apollo's tools write it. */
function ofManifest(
  { version, operations }: Readonly<Record<string, unknown>>,
  place: string,
): readonly NamedDocument[] {
  if (version !== 1) throw invalid(`${place}: version`, '1', version);
  if (!Array.isArray(operations)) throw invalid(`${place}: operations`, 'a list', operations);
  return operations.map((operation: unknown, index) => {
    const at = `${place}: operations[${index}]`;
    if (!isObject(operation)) throw invalid(at, 'an object with "id" and "body"', operation);
    return toDocument({ id: operation['id'], text: operation['body'] }, at);
  });
}

const manifestFormat = 'apollo-persisted-query-manifest';

function toDocument({ id, text }: { readonly id: unknown; readonly text: unknown }, place: string): NamedDocument {
  if (typeof id !== 'string' || id === '') throw invalid(place, 'an id', id);
  if (typeof text !== 'string') throw invalid(place, 'the text of a document', text);
  return { id, text, place };
}

function readText(path: string, place: string): string {
  const bytes = attempt(place, () => readFileSync(path));
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  throw new ConfigError('CONFIG_UNREADABLE', `${place}: expected UTF-8, but found bytes of another encoding`);
}

function attempt<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message = `${place}: could not be read (${code}). Check its permissions.`;
    throw new ConfigError('CONFIG_UNREADABLE', message, { cause: error });
  }
}

const invalid = (place: string, expected: string, found: unknown): ConfigError =>
  new ConfigError('CONFIG_INVALID', `${place}: expected ${expected}, but found ${shown(found)}`);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
