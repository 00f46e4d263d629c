import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import type { ExtractionRule } from '../../../src/content/rules.ts';

/** The smallest content that gives a message, and the whole diagnostic. */
export interface MessageRow extends Omit<Diagnostic, 'path'> {
  readonly text: string | Uint8Array;
  /** Of the file; `en/page.md` when left out. */
  readonly path?: string;
  /** Instead of the built-in ones. */
  readonly rules?: readonly ExtractionRule[];
}
