/** Every problem the content can have, and how much it matters. `error` means that the document is not served. */
const diagnosticSeverities = {
  'file-unreadable': 'error',
  'file-not-regular': 'warning',
  'file-too-large': 'error',
  'file-encoding': 'error',
  'file-nul': 'warning',
  'frontmatter-unclosed': 'error',
  'frontmatter-format': 'error',
  'frontmatter-yaml': 'error',
  'frontmatter-shape': 'error',
  'frontmatter-value': 'warning',
  'document-empty': 'warning',
  'document-failed': 'error',
  'document-problems': 'warning',
  'language-unknown': 'warning',
  'date-invalid': 'warning',
  'slug-duplicate': 'warning',
  'body-unparsable': 'error',
  'body-too-deep': 'error',
  'body-too-costly': 'error',
  'body-conflict': 'error',
  'body-malformed-table': 'warning',
  'body-unclosed-code': 'warning',
  'body-unclosed-comment': 'warning',
  'link-empty': 'warning',
  'link-scheme': 'warning',
  'link-undefined': 'warning',
  'partner-repeated': 'warning',
  'rule-found-nothing': 'warning',
  'rule-skipped-item': 'warning',
} as const satisfies Record<string, Severity>;

type Severity = 'error' | 'warning' | 'info';
export type DiagnosticCode = keyof typeof diagnosticSeverities;

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
    severity: diagnosticSeverities[code],
    message,
    hint: hint ?? null,
    path,
    line: at?.line ?? 1,
    column: at?.column ?? 1,
  });
}

/** By path, line, column, code: an order that does not depend on how the files were read. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code));
}
