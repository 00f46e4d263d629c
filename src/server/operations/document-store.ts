import { type BoundedStore, createBoundedStore } from './bounded-store.ts';
import type { CompiledOperation } from './compile/compile-operation.ts';
import { type PreparationRules, type PreparedDocument, prepareDocument } from './prepare-document.ts';

/** UTF-16 code units of a text that is remembered; those of a syntax tree take about a hundred times the memory. */
const maximumText = 16_384;
/** Texts that came once push each other out, and never one that came back. */
const onceBounds = { count: 200, weight: 50_000 };
const returningBounds = { count: 500, weight: 150_000 };
/** Code units of a text that take as much memory as a field of a plan. */
const fieldWeight = 4;

interface KnownDocument {
  readonly prepared: PreparedDocument;
  /** By operation name; filled only once the document has come back. */
  readonly compiled: Map<string, CompiledOperation>;
}

export interface DocumentStore {
  /** Prepares a text that is not known. */
  find(text: string): FoundDocument;
  /** The same for a request that was looked for already, if it was: so that it does not count as coming back. */
  prepared(text: string): PreparedDocument;
  /** Notes that a plan was made for a text that came back. @param fields - of the plan */
  addPlan(text: string, fields: number): void;
  /** Of texts that are remembered. */
  sizes(): DocumentSizes;
}

export interface FoundDocument {
  readonly known: KnownDocument;
  /** Whether it has been asked for before. */
  readonly isBack: boolean;
}

export interface DocumentSizes {
  readonly documents: number;
  readonly compiledDocuments: number;
  /** UTF-16 code units of both, and what the plans take in terms of these. */
  readonly characters: number;
}

export function createDocumentStore(rules: PreparationRules): DocumentStore {
  const once = createBoundedStore<KnownDocument>(onceBounds);
  const returning = createBoundedStore<KnownDocument>(returningBounds);

  function promote(text: string): KnownDocument | undefined {
    const known = once.get(text);
    if (known === undefined) return undefined;
    once.delete(text);
    keep(returning, text, known);
    return known;
  }

  function add(text: string): KnownDocument {
    const known = { prepared: prepareDocument(text, rules), compiled: new Map() };
    if (text.length <= maximumText) keep(once, text, known);
    return known;
  }

  return {
    find(text) {
      const back = returning.get(text) ?? promote(text);
      return back === undefined ? { known: add(text), isBack: false } : { known: back, isBack: true };
    },
    prepared: (text) => (returning.get(text) ?? once.get(text) ?? add(text)).prepared,
    addPlan: (text, fields) => returning.grow(text, fields * fieldWeight),
    sizes() {
      const sizes = [once.size(), returning.size()];
      return {
        documents: sizes.reduce((sum, { count }) => sum + count, 0),
        compiledDocuments: returning.size().count,
        characters: sizes.reduce((sum, { weight }) => sum + weight, 0),
      };
    },
  };
}

function keep(store: BoundedStore<KnownDocument>, text: string, known: KnownDocument): void {
  store.set(text, known, text.length + (known.prepared.refusal?.body.length ?? 0));
}
