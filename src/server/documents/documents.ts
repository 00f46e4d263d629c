import { LRUCache } from 'lru-cache';
import { type DocumentRequest, isHash, readDocumentId } from './document-id.ts';
import { type DocumentRefusal, mismatch, notFound, notTrusted, onlyTrusted } from './document-refusal.ts';
import { sha256Of } from './sha256-of.ts';

/** Finds the documents that requests ask for by an id: trusted ones, and those that clients have registered (APQ). */
export interface Documents {
  find(request: DocumentRequest): FoundDocument;
  /** Bytes and number of what is registered. */
  size(): { readonly bytes: number; readonly count: number };
}

type FoundDocument =
  | {
      /** `null` where the request names none, and brings no text. */
      readonly text: string | null;
      /** Whether the request registers its text: it has to be looked at each time that it comes. */
      readonly isRegistering: boolean;
      readonly refusal: null;
    }
  | { readonly refusal: DocumentRefusal };

export interface TrustedOptions {
  /** Texts by their ids. */
  readonly trusted: ReadonlyMap<string, string>;
  /** Whether nothing else is run. */
  readonly onlyTrusted: boolean;
}

export interface DocumentsOptions extends TrustedOptions {
  /** Bytes of memory for documents that clients register. */
  readonly apqSize?: number;
}

const defaultApqSize = 4 * 1024 * 1024;
/** UTF-16 code units of a text that is registered. */
const maximumText = 16_384;
/** Bytes of an entry beside its text, roughly. */
const entrySize = 256;

/** Any document, none of which is trusted. */
export const anyDocument: TrustedOptions = Object.freeze({ trusted: new Map(), onlyTrusted: false });

export function createDocuments({ apqSize = defaultApqSize, ...options }: DocumentsOptions): Documents {
  const { trusted } = options;
  const registered = new LRUCache<string, string>({
    maxSize: apqSize,
    sizeCalculation: (text) => text.length * 2 + entrySize,
  });

  function byId(id: string): FoundDocument {
    const text = trusted.get(id) ?? registered.get(id);
    if (text !== undefined) return found(text);
    return { refusal: options.onlyTrusted ? notTrusted(id) : notFound };
  }

  function byBoth(id: string, text: string): FoundDocument {
    if (trusted.get(id) === text) return found(text);
    if (options.onlyTrusted) return { refusal: trusted.has(id) ? mismatch : notTrusted(id) };
    // otherwise anybody could have another text run for those who ask by this hash
    if (!isHash(id) || sha256Of(text) !== id) return { refusal: mismatch };
    if (text.length > maximumText) return found(text);
    registered.set(id, text);
    return { text, isRegistering: true, refusal: null };
  }

  return {
    find(request) {
      const text = request.query ?? null;
      // what is no text is told by whoever reads the rest of the request
      if (text !== null && typeof text !== 'string') return found(null);
      const id = readDocumentId(request);
      if (id === null) return text !== null && options.onlyTrusted ? { refusal: onlyTrusted } : found(text);
      if (typeof id !== 'string') return { refusal: id };
      return text === null || text === '' ? byId(id) : byBoth(id, text);
    },
    size: () => ({ bytes: registered.calculatedSize, count: registered.size }),
  };
}

const found = (text: string | null): FoundDocument => ({ text, isRegistering: false, refusal: null });
