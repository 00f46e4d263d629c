/** A node of one tree, by its number; counted from 0. */
export type NodeId = number;

export const rootNode: NodeId = 0;

/** Types of nodes, named as in mdast, by the number that the Markdown engine gives them. */
export const nodeTypes = [
  ...(['root', 'paragraph', 'heading', 'thematicBreak', 'blockquote', 'list', 'listItem', 'html', 'code'] as const),
  ...(['definition', 'text', 'emphasis', 'strong', 'inlineCode', 'break', 'link', 'image', 'linkReference'] as const),
  ...(['imageReference', 'footnoteDefinition', 'footnoteReference', 'table', 'tableRow', 'tableCell'] as const),
  'delete',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/**
 * What Markdown says, read where the engine wrote it: a document has hundreds of nodes, of which few are looked at, so
 * none becomes an object. Lines and columns count from 1, offsets from 0 in UTF-16 code units of the text.
 */
export interface SyntaxTree {
  /** Levels below the root. */
  readonly depth: number;
  /** All nodes in the document's order, parents before what is in them. */
  readonly nodes: readonly NodeId[];
  /** The nodes of some types in the same order. */
  nodesOf(...types: readonly NodeType[]): readonly NodeId[];
  typeOf(node: NodeId): NodeType;
  /** Of the root, the root itself. */
  parentOf(node: NodeId): NodeId;
  childrenOf(node: NodeId): readonly NodeId[];
  childCountOf(node: NodeId): number;
  /** The child at a place, from 0 to below the count of the children. */
  childOf(node: NodeId, index: number): NodeId;
  startLineOf(node: NodeId): number;
  startColumnOf(node: NodeId): number;
  endLineOf(node: NodeId): number;
  startOf(node: NodeId): number;
  endOf(node: NodeId): number;
  /** Of a heading: 1 to 6. */
  levelOf(node: NodeId): number;
  /** The text of a text, code, inline code or piece of HTML. */
  valueOf(node: NodeId): string;
  /** Of a link, image or definition; as written. */
  urlOf(node: NodeId): string;
  /** Of an image or a reference to one. */
  altOf(node: NodeId): string;
  /** The label in lower case of a definition, a reference or a footnote. */
  identifierOf(node: NodeId): string;
}
