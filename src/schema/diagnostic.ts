import { type Diagnostic, diagnosticCodes, type Severity } from '../content/diagnostic.ts';
import { closest } from '../content/suggest.ts';
import { type MaybePromise, mapMaybe } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';
import { type Connection, itemConnectionRef } from './connection.ts';
import type { Context } from './context.ts';
import { decodeDiagnosticCursor, encodeDiagnosticCursor } from './cursor.ts';
import { badUserInput } from './errors.ts';
import { costs, ownCosts } from './field-cost.ts';
import { checkedSize, defaultSize, sizeRange } from './paging.ts';

const SeverityRef = builder.enumType('Severity', {
  description: 'How much a problem of the content matters.',
  values: {
    ERROR: { value: 'error', description: 'Readers meet something that is broken or missing.' },
    WARNING: { value: 'warning', description: 'Something is likely to be wrong.' },
    INFO: { value: 'info', description: 'Worth knowing.' },
  } as const satisfies Record<Uppercase<Severity>, { value: Severity; description: string }>,
});

export const DiagnosticRef = builder.objectRef<Diagnostic>('Diagnostic');

DiagnosticRef.implement({
  description: 'A problem of the content, told so that an editor can find and cure it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Name of the kind of problem: `link-broken`.' }),
    severity: t.expose('severity', { type: SeverityRef, description: 'How much it matters.' }),
    message: t.exposeString('message', { description: 'What was expected, and what was found.' }),
    hint: t.exposeString('hint', { nullable: true, description: 'What to do about it.' }),
    path: t.exposeString('path', { description: 'Path of the file below the content root, with `/`.' }),
    line: t.exposeInt('line', {
      nullable: true,
      description: 'Line in the file, counted from 1; the first one for what concerns the file as a whole.',
    }),
    column: t.exposeInt('column', { nullable: true, description: 'Column in the line, counted from 1.' }),
  }),
});

const DiagnosticConnectionRef = itemConnectionRef<Diagnostic, Diagnostic>('Diagnostic', DiagnosticRef, (item) => item);

builder.queryField('diagnostics', (t) =>
  t.field({
    type: DiagnosticConnectionRef,
    extensions: costs({ times: 'window', own: ownCosts.search }),
    description: 'What is wrong with the content, by path, line and column.',
    args: {
      severity: t.arg({ type: SeverityRef, description: 'Only problems of this severity.' }),
      code: t.arg.string({ description: 'Only problems of this kind: `link-broken`.' }),
      path: t.arg.string({ description: 'Only problems of this file, or of this folder and everything below it.' }),
      first: t.arg.int({ description: `At most so many: ${sizeRange}. Left out, ${defaultSize}.` }),
      after: t.arg.string({ description: 'Only problems after this cursor.' }),
    },
    resolve: (_query, args, context) => readDiagnostics(args, context),
  }),
);

interface DiagnosticArguments {
  readonly severity?: Severity | null | undefined;
  readonly code?: string | null | undefined;
  readonly path?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Checks the arguments, and asks the store. */
function readDiagnostics(
  { severity, code, path, first, after }: DiagnosticArguments,
  { reader, maximumListSize }: Context,
): MaybePromise<Connection<Diagnostic>> {
  const window = reader.diagnostics({
    severity: severity ?? null,
    code: code == null ? null : checkedCode(code),
    path: path ?? null,
    first: checkedSize('first', first, maximumListSize) ?? Math.min(defaultSize, maximumListSize),
    after: after == null ? null : decodeDiagnosticCursor(after),
  });
  return mapMaybe(window, (found) => ({ ...found, cursorOf: encodeDiagnosticCursor }));
}

function checkedCode(code: string): string {
  if (diagnosticCodes.some((known) => known === code)) return code;
  const suggestion = closest(code, diagnosticCodes);
  const didYouMean = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
  const found = JSON.stringify(code.slice(0, 80));
  throw badUserInput(`Expected "code" to be a kind of problem such as "link-broken", but got: ${found}.${didYouMean}`);
}
