import { ConfigError } from './config-error.ts';
import { type ConfigProblem, problemsOf } from './config-problem.ts';
import { type Config, configSchema } from './config-schema.ts';
import { shown } from './expecting.ts';
import { contradictions } from './language-schema.ts';
import { isMapping } from './plain-value.ts';

/**
 * A configuration that says nothing wrong.
 *
 * @param shownAs - how messages call the file
 * @throws {ConfigError} that tells every wrong key and value.
 */
export function checkConfig(input: unknown, shownAs: string): Config {
  if (!isMapping(input)) throw invalid([{ path: '', message: notAnObject(input) }], shownAs);
  const result = configSchema.safeParse(input);
  const problems = [...(result.success ? [] : problemsOf(result.error.issues, configSchema)), ...contradictions(input)];
  if (result.success && problems.length === 0) return result.data;
  throw invalid(problems, shownAs);
}

function invalid(problems: readonly ConfigProblem[], shownAs: string): ConfigError {
  const lines = problems.map(({ path, message }) => `${shownAs}: ${path === '' ? '' : `${path}: `}${message}`);
  return new ConfigError('CONFIG_INVALID', lines);
}

function notAnObject(input: unknown): string {
  const isInstance = typeof input === 'object' && input !== null && !Array.isArray(input);
  const found = isInstance ? `an instance of ${input.constructor.name}` : shown(input);
  const hint = typeof input === 'function' ? '. Export what it returns.' : '';
  return `expected a mapping of keys to values, but found ${found}${hint}`;
}
