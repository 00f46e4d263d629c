import { lstatSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** A baseline that cannot be used: the fault of whoever named it, or of what was done to it. */
export class BaselineError extends Error {
  readonly code: 'BASELINE_NOT_FOUND' | 'BASELINE_UNREADABLE' | 'BASELINE_INVALID' | 'BASELINE_UNWRITABLE';
  /** What to do. */
  readonly hint: string;

  constructor(code: BaselineError['code'], message: string, { hint, cause }: { hint: string; cause?: unknown }) {
    super(message, { cause });
    this.name = 'BaselineError';
    this.code = code;
    this.hint = hint;
  }
}

/** Of the form that this program writes. */
const version = 1;

/** @throws {BaselineError} when it cannot be read, or is something else. */
export function readBaseline(file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseBaseline(file, text);
}

/**
 * Writes it at once or not at all; a symbolic link stays, and what it leads to is written.
 *
 * @throws {BaselineError} when it cannot be written.
 */
export function writeBaseline(file: string, baseline: Baseline): void {
  const target = targetOf(file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, formatBaseline(baseline), { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new BaselineError('BASELINE_UNWRITABLE', `The baseline ${file} cannot be written (${errorCode(error)})`, {
      hint: 'Check that its folder exists, and the permissions.',
      cause: error,
    });
  }
}

/** Where links lead, also to a file that is still to be written. A circle of links is left to whoever writes. */
function targetOf(file: string, links = 40): string {
  if (links === 0 || lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
  return targetOf(resolve(dirname(file), readlinkSync(file)), links - 1);
}

/** One entry a line, so that a difference shows what came and went. */
function formatBaseline(baseline: Baseline): string {
  const entries = baseline.map(({ path, code, message, count }) => JSON.stringify({ path, code, message, count }));
  const list = entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `    ${entry}`).join(',\n')}\n  ]`;
  return `{\n  "version": ${version},\n  "problems": ${list}\n}\n`;
}

function parseBaseline(file: string, text: string): Baseline {
  const invalid = (found: string, cause?: unknown): BaselineError =>
    new BaselineError('BASELINE_INVALID', `${file} is not a baseline: ${found}`, {
      hint: 'Name a file that --update-baseline has written, or delete this one and write it anew.',
      cause,
    });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw invalid(`expected JSON, but found: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (!isObject(json)) throw invalid('expected an object with "version" and "problems"');
  if (json['version'] !== version) throw invalid(`expected "version": ${version}, but found ${shown(json['version'])}`);
  const { problems } = json;
  if (!Array.isArray(problems)) throw invalid(`expected a list as "problems", but found ${shown(problems)}`);
  return problems.map((entry: unknown, index) => {
    if (isEntry(entry)) return entry;
    throw invalid(`expected "path", "code", "message" and "count" in problems[${index}], but found ${shown(entry)}`);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is BaselineEntry =>
  isObject(value) &&
  [value['path'], value['code'], value['message']].every((text) => typeof text === 'string') &&
  Number.isSafeInteger(value['count']) &&
  Number(value['count']) > 0;

/** A value in an error message: short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unreadable(file: string, error: unknown): BaselineError {
  const code = errorCode(error);
  return code === 'ENOENT'
    ? new BaselineError('BASELINE_NOT_FOUND', `The baseline ${file} does not exist`, {
        hint: 'Check its name, or write it with --update-baseline.',
        cause: error,
      })
    : new BaselineError('BASELINE_UNREADABLE', `The baseline ${file} cannot be read (${code})`, {
        hint: 'Check its permissions and its name.',
        cause: error,
      });
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
