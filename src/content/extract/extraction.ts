import type { Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import type { LinkKind, NodeSource } from '../nodes.ts';
import type { Prose } from './prose.ts';
import type { RuleItem } from './rule-item.ts';

export interface ExtractedLink {
  readonly text: string;
  readonly url: string;
  readonly kind: LinkKind;
  readonly host: string | null;
  readonly source: NodeSource;
  /** In the line of the file on which it begins, from 1. */
  readonly column: number;
  /** The piece of the body, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** An image in the text. */
export interface ExtractedImage {
  /** As written. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** A list that consists of short pieces of plain text, such as names. */
export interface NameList {
  readonly items: readonly { readonly text: string; readonly line: number; readonly column: number }[];
}

export interface ExtractedPartner {
  readonly name: string;
  readonly url: string | null;
  readonly description: string | null;
  readonly source: NodeSource;
}

export interface ExtractedGoal {
  readonly text: string;
  readonly markdown: string;
  readonly source: NodeSource;
}

/** What an item says, without its place. */
export type PartnerText = Omit<ExtractedPartner, 'source'>;
export type GoalText = Omit<ExtractedGoal, 'source'>;

/** The typed things in one document, in its order. They become nodes when all documents are joined. */
export interface Extraction {
  readonly links: readonly ExtractedLink[];
  readonly partners: readonly ExtractedPartner[];
  readonly goals: readonly ExtractedGoal[];
  readonly images: readonly ExtractedImage[];
  readonly nameLists: readonly NameList[];
  /** Ids that raw HTML gives its elements: links can lead to them. */
  readonly anchors: readonly string[];
  readonly prose: Prose;
}

/** Reads one kind of thing out of a document: pure, and problems are data. */
export type Extractor<Thing> = (input: ExtractionInput, report: (diagnostic: Diagnostic) => void) => readonly Thing[];

interface ExtractionInput extends ParsedDocument {
  /** URLs of the link definitions by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Origins of the site itself. */
  readonly origins: readonly string[];
  /** The items that the rules found, in the document's order. */
  readonly ruleItems: readonly RuleItem[];
}
