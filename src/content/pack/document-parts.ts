import type { ExtractedLink } from '../extract/extraction.ts';
import type { Outline } from '../outline.ts';
import type { FindingsPart } from './packed-findings.ts';
import type { FrontmatterPart } from './packed-frontmatter.ts';

/** Everything of a document that can be unpacked by itself. */
export interface DocumentParts {
  readonly body: string;
  readonly outline: Outline;
  readonly frontmatter: FrontmatterPart;
  readonly links: readonly ExtractedLink[];
  readonly findings: FindingsPart;
}
