import type { ConfigurableCode, DiagnosticInput } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { Site } from './site.ts';

/** What a check says of a place; its code is the check's own. */
export type Finding = Omit<DiagnosticInput, 'code'>;

/** Looks at the whole content: pure, and problems are data. */
export interface SiteCheck {
  readonly code: ConfigurableCode;
  /** What takes long for a large site goes in steps. */
  readonly run: (site: Site, report: (finding: Finding) => void) => Iterable<void> | void;
}

/** Looks at one document, without any other: pure, and problems are data. */
export interface DocumentCheck {
  readonly code: ConfigurableCode;
  readonly run: (parsed: ParsedDocument, report: (finding: Finding) => void) => void;
}
