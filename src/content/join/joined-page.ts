import type { Document } from '../document.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { PagePlace } from './page-place.ts';
import type { SoughtLink } from './sought-links.ts';

/** A document and what was extracted from it. */
export interface ExtractedDocument {
  readonly document: Document;
  readonly extraction: Extraction;
}

/** A document as it is served. */
export interface ServedDocument extends ExtractedDocument {
  /** Of the file's bytes. */
  readonly digest: string;
}

/** A document in its place among the others. The same object in every snapshot, as long as neither changes. */
export interface JoinedPage extends ServedDocument {
  readonly place: PagePlace;
  readonly linkCount: number;
  /** Its links that lead to somewhere on the site. */
  readonly sought: readonly SoughtLink[];
}
