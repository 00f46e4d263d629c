import type { Document } from '../document.ts';
import type { NodeSource } from '../nodes.ts';
import type { PageSection } from '../outline.ts';
import type { ExtractionRule, ItemShape } from '../rules.ts';
import type { NodeId, SyntaxTree } from '../syntax-tree.ts';

/** A heading of the top level, as rules see it. */
export interface RuleHeading {
  readonly heading: NodeId;
  readonly section: PageSection;
  /** What stands below it, up to the next heading of any level. */
  readonly blocks: readonly NodeId[];
  /** The rule that names it: what stands below it is that rule's. */
  readonly rule: ExtractionRule | null;
}

/** A heading of the level that items have, and the deeper ones below it. */
export interface SubHeading {
  readonly own: RuleHeading;
  readonly deeper: readonly RuleHeading[];
}

/** What an item of each shape is: a list item, a sub-heading, a row. */
interface ItemNodes {
  readonly 'linked-item': NodeId;
  readonly item: NodeId;
  readonly 'sub-heading': SubHeading;
  readonly 'table-row': NodeId;
}
type ItemNode<Shape extends ItemShape> = ItemNodes[Shape];

/** Where a rule looks: below one of the headings of a document. */
export interface RulePlace {
  readonly document: Document;
  readonly tree: SyntaxTree;
  readonly rule: ExtractionRule;
  readonly headings: readonly RuleHeading[];
  /** Of the rule's heading among them. */
  readonly index: number;
}

/** An item and where it stands. */
export interface PlacedItem<Node> {
  readonly node: Node;
  readonly source: NodeSource;
  /** In the line on which it begins, from 1. */
  readonly column: number;
}

/** What a shape finds below a heading. */
export interface ItemsBelow<Node> {
  readonly items: readonly PlacedItem<Node>[];
  /** Whether there is nothing at all to read: no list, no table, no sub-heading. */
  readonly isNothing: boolean;
  /** Lists or tables that are passed over. */
  readonly further: readonly NodeId[];
}

/** For each shape what finds its items. */
export type ItemFinders = {
  readonly [Shape in ItemShape]: (place: RulePlace) => ItemsBelow<ItemNode<Shape>>;
};

/** An item that a rule found. */
export type RuleItem<Shape extends ItemShape = ItemShape> = {
  readonly [Each in Shape]: PlacedItem<ItemNode<Each>> & { readonly shape: Each; readonly rule: ExtractionRule };
}[Shape];

/** What readers need beside the item. */
export interface ReadContext {
  readonly tree: SyntaxTree;
  readonly body: string;
  /** URLs of the link definitions by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** For each shape what reads a thing out of an item; `null` where the item is not written like one. */
export type ItemReaders<Thing> = {
  readonly [Shape in ItemShape]: (node: ItemNode<Shape>, context: ReadContext) => Thing | null;
};

export function readItem<Thing, Shape extends ItemShape>(
  readers: ItemReaders<Thing>,
  { shape, node }: RuleItem<Shape>,
  context: ReadContext,
): Thing | null {
  return readers[shape](node, context);
}
