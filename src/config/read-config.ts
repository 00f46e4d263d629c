import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NotJsonError, toJson } from '../content/json.ts';
import { parseYaml, YamlError } from '../content/yaml.ts';
import { ConfigError } from './config-error.ts';
import { oneOf, shown } from './expecting.ts';
import { JsonError, parseJson } from './parse-json.ts';
import { plainValue } from './plain-value.ts';
import { lineOfSyntaxError, type RunModule, runJavaScript, runTypeScript } from './run-module.ts';
import { NeverSettledError, untilSettled } from './until-settled.ts';

/** A file, and how messages call it. */
export interface NamedFile {
  readonly path: string;
  readonly shownAs: string;
}

/**
 * What a configuration file holds, whatever that is.
 *
 * @throws {ConfigError} when it cannot be read, parsed or run.
 */
export async function readConfig(file: NamedFile): Promise<unknown> {
  const read = readers[extname(file.path).toLowerCase()];
  if (read !== undefined) return read(file);
  const found = extname(file.path) === '' ? 'none' : shown(extname(file.path));
  throw new ConfigError(
    'CONFIG_FORMAT',
    `${file.shownAs}: expected a file ending such as ${oneOf(Object.keys(readers))}, but found ${found}`,
  );
}

type Reader = (file: NamedFile) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  '.ts': moduleReader(runTypeScript),
  '.js': moduleReader(runJavaScript),
  '.mjs': moduleReader(runJavaScript),
  '.json': textReader('JSON', parseJson),
  '.yaml': textReader('YAML', (text) => toJson(parseYaml(text))),
  '.yml': textReader('YAML', (text) => toJson(parseYaml(text))),
};

function textReader(format: string, parse: (text: string) => unknown): Reader {
  return (file) => {
    const text = readText(file);
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof YamlError || error instanceof JsonError || error instanceof NotJsonError)) throw error;
      const at = error instanceof NotJsonError ? null : error.at;
      const place = at === null ? '' : `:${at.line}:${at.column}`;
      const reason = error instanceof YamlError ? `expected ${format}, but found: ${error.message}` : error.message;
      throw new ConfigError('CONFIG_BROKEN', `${file.shownAs}${place}: ${reason}`, { cause: error });
    }
  };
}

function readText({ path, shownAs }: NamedFile): string {
  try {
    const bytes = readFileSync(path);
    if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError('CONFIG_UNREADABLE', `${shownAs}: could not be read (${code}). Check its permissions.`, {
      cause: error,
    });
  }
  throw new ConfigError('CONFIG_UNREADABLE', `${shownAs}: expected UTF-8, but found bytes of another encoding`);
}

function moduleReader(run: RunModule): Reader {
  return async ({ path, shownAs }) => {
    try {
      return await untilSettled(defaultExportOf(run(path), shownAs));
    } catch (error) {
      throw error instanceof ConfigError ? error : notRun(error, { path, shownAs });
    }
  };
}

async function defaultExportOf(running: ReturnType<RunModule>, shownAs: string): Promise<unknown> {
  const exports = await running;
  if (!('default' in exports)) throw noDefaultExport(shownAs);
  return plainValue(await exports['default']);
}

function noDefaultExport(shownAs: string): ConfigError {
  const message = `${shownAs}: expected a default export, but found none. Write "export default { ... }".`;
  return new ConfigError('CONFIG_INVALID', message);
}

function notRun(error: unknown, { path, shownAs }: NamedFile): ConfigError {
  if (error instanceof NeverSettledError) return new ConfigError('CONFIG_BROKEN', `${shownAs}: ${error.message}`);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [reason = ''] = text.replace(/^Error: (?=\w*Error: )/, '').split('\n');
  const line = lineOf(error, path) ?? (error instanceof SyntaxError ? lineOfSyntaxError(path) : null);
  const place = `${shownAs}${line === null ? '' : `:${line}`}`;
  return new ConfigError('CONFIG_BROKEN', `${place}: could not be run: ${reason.trim()}`, { cause: error });
}

/** The line of the file at which its code failed, as far as the stack tells; columns are those of compiled code. */
function lineOf(error: unknown, path: string): number | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [name] = [path, pathToFileURL(path).href].filter((candidate) => stack.includes(`${candidate}:`));
  if (name === undefined) return null;
  const digits = /^:(\d+)/.exec(stack.slice(stack.indexOf(`${name}:`) + name.length))?.[1];
  return digits === undefined ? null : Number(digits);
}
