import { z } from 'zod';
import { configurableCodes, diagnosticCodes } from '../content/diagnostic.ts';
import { closest } from '../content/suggest.ts';
import { didYouMean } from './expecting.ts';

/** What is wrong with one key or value of a configuration. */
export interface ConfigProblem {
  /** `rules[0].headings.de`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** The problems that a schema found, one for each key and value, in the order of the schema. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], schema: z.ZodType): readonly ConfigProblem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, schema));
}

function problemsOfIssue(issue: z.core.$ZodIssue, schema: z.ZodType): readonly ConfigProblem[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: unknownKey(key, known, path === 'checks' ? 'check' : 'key'),
    }));
  }
  if (issue.code === 'invalid_union')
    return inUnion(issue).map((inner) => ({ path: pathText([...issue.path, ...inner.path]), message: inner.message }));
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  return [{ path, message: issue.message }];
}

/** What is wrong inside of the alternative that was meant; the whole where nobody knows which. */
function inUnion(issue: z.core.$ZodIssueInvalidUnion): readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[] {
  const meant = issue.errors.find((issues) => issues.some(({ path }) => path.length > 0));
  return meant ?? [{ path: [], message: issue.message }];
}

function unknownKey(key: string, known: readonly string[], noun: 'key' | 'check'): string {
  if (noun === 'check' && isRefusal(key))
    return 'expected a check whose severity can be changed, but found one for which a document is not served';
  const suggestion = closest(key, known);
  if (suggestion !== null) return `unknown ${noun}. ${didYouMean(suggestion)}`;
  if (noun === 'check')
    return 'unknown check, expected a code that "foliograph check" prints, such as "heading-skipped"';
  return `unknown ${noun}, expected one of ${known.filter((name) => name !== '$schema').join(', ')}`;
}

const refusals = diagnosticCodes.filter((code) => !configurableCodes.some((configurable) => configurable === code));

const isRefusal = (code: string): boolean => refusals.some((refusal) => refusal === code);

/** The keys that the schema knows at a path. */
function keysAt(schema: unknown, [step, ...rest]: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  if (schema instanceof z.ZodObject)
    return step === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(step)], rest);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  return schema instanceof z.ZodRecord ? keysAt(schema.valueType, rest) : [];
}

/** `rules[0].headings.de`, `partners.aliases["OSISM GmbH"][0]` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      const key = String(step);
      return /^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join('')
    .replace(/^\./, '');
}
