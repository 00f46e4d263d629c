export type Severity = 'error' | 'warning' | 'info';

/**
 * Problems for which a document is left out of what is served. Their severity cannot be changed: nothing may go missing
 * in silence.
 */
const refusals = {
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'file-encoding': 'error',
  'frontmatter-unclosed': 'error',
  'frontmatter-format': 'error',
  'frontmatter-yaml': 'error',
  'frontmatter-shape': 'error',
  'document-failed': 'error',
  'body-unparsable': 'error',
  'body-too-deep': 'error',
  'body-too-costly': 'error',
  'body-conflict': 'error',
  'publication-invalid': 'error',
} as const satisfies Record<string, Severity>;

/** Every other problem, and how much it matters. `error`: readers meet something that is broken or missing. */
const checks = {
  'file-not-regular': 'warning',
  'file-nul': 'warning',
  'frontmatter-value': 'warning',
  'document-empty': 'warning',
  'document-problems': 'warning',
  'language-unknown': 'warning',
  'language-folder': 'warning',
  'date-invalid': 'warning',
  'publication-never': 'warning',
  'slug-duplicate': 'error',
  'slug-look-alike': 'warning',
  'placeholder-value': 'warning',
  'heading-skipped': 'warning',
  'body-malformed-table': 'warning',
  'body-unclosed-code': 'warning',
  'body-unclosed-comment': 'warning',
  'link-empty': 'warning',
  'link-scheme': 'warning',
  'link-undefined': 'warning',
  'link-broken': 'error',
  'anchor-broken': 'error',
  'asset-missing': 'error',
  'translation-key-repeated': 'warning',
  'translation-missing': 'warning',
  'translation-structure': 'warning',
  'translation-untranslated': 'warning',
  'partner-repeated': 'warning',
  'partner-missing': 'warning',
  'partner-unlisted': 'warning',
  'partner-url-differs': 'info',
  'rule-found-nothing': 'warning',
  'rule-skipped-item': 'warning',
  'rule-count': 'warning',
} as const satisfies Record<string, Severity>;

const defaultSeverities = { ...refusals, ...checks };

/** Names of everything that can be wrong with the content. */
export type DiagnosticCode = keyof typeof defaultSeverities;
/** Those whose severity an owner may change. */
export type ConfigurableCode = keyof typeof checks;

export const diagnosticCodes = Object.freeze(Object.keys(defaultSeverities)) as readonly DiagnosticCode[];
export const configurableCodes = Object.freeze(Object.keys(checks)) as readonly ConfigurableCode[];

/** Whether a problem of this kind means that its document is not served. */
export const isRefusal = (code: DiagnosticCode): boolean => Object.hasOwn(refusals, code);

export const defaultSeverityOf = (code: DiagnosticCode): Severity => defaultSeverities[code];

/** A problem of the content, told so that an editor can find and cure it. Lines and columns count from 1. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What was expected and what was found, as one sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
  /** Path below the content root, with `/`. */
  readonly path: string;
  /** 1 for what concerns the file as a whole. */
  readonly line: number;
  readonly column: number;
}

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface DiagnosticInput {
  readonly code: DiagnosticCode;
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  readonly at?: Place;
}

export function createDiagnostic({ code, path, message, hint, at }: DiagnosticInput): Diagnostic {
  return Object.freeze({
    code,
    severity: defaultSeverities[code],
    message,
    hint: hint ?? null,
    path,
    line: at?.line ?? 1,
    column: at?.column ?? 1,
  });
}

/** What tells diagnostics apart, and orders them. */
export interface DiagnosticPosition extends Pick<Diagnostic, 'path' | 'line' | 'column' | 'message'> {
  readonly code: string;
}

/** By path, line, column, code, message: an order that does not depend on how the files were read. */
export function compareDiagnostics(a: DiagnosticPosition, b: DiagnosticPosition): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Gives diagnostics the severities that the owner of the content wants, and drops those that are off. */
export function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: Readonly<Partial<Record<ConfigurableCode, Severity | 'off'>>>,
): readonly Diagnostic[] {
  const wanted = new Map<string, Severity | 'off'>(Object.entries(severities));
  return diagnostics.flatMap((diagnostic) => {
    const severity = wanted.get(diagnostic.code) ?? diagnostic.severity;
    if (severity === 'off') return [];
    return severity === diagnostic.severity ? diagnostic : Object.freeze({ ...diagnostic, severity });
  });
}
