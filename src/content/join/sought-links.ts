import type { Extraction } from '../extract/extraction.ts';
import { withoutOrigin } from '../extract/link-kind.ts';

/** A link that leads to somewhere on the site itself: what it means depends on the other documents. */
export interface SoughtLink {
  /** Among the links of its page. */
  readonly index: number;
  readonly kind: 'INTERNAL' | 'ASSET' | 'ANCHOR';
  /** Without an origin of the site. */
  readonly url: string;
}

const none: readonly never[] = Object.freeze([]);

/** In the order of the links. */
export function soughtLinks(links: Extraction['links'], origins: readonly string[]): readonly SoughtLink[] {
  const sought = links.flatMap(({ kind, url }, index) =>
    kind === 'EXTERNAL' || kind === 'EMAIL' ? [] : { index, kind, url: withoutOrigin(url, origins) },
  );
  return sought.length === 0 ? none : sought;
}
