import { createPoolReader } from './pool-reader.ts';
import { type NodeId, type NodeType, nodeTypes, rootNode, type SyntaxTree } from './syntax-tree.ts';

/** Where the parts of the Markdown engine's buffer begin, in bytes. */
export interface ArenaLayout {
  readonly nodeStructSize: number;
  readonly nodesOffset: number;
  readonly childrenOffset: number;
  readonly typeDataOffset: number;
  readonly stringPoolOffset: number;
}

/** Where a node's fields stand in it: 4 bytes each, but for the type's one; little-endian. */
const field = {
  type: 4,
  parent: 8,
  start: 12,
  end: 16,
  startLine: 20,
  startColumn: 24,
  endLine: 28,
  firstChild: 36,
  childCount: 40,
  data: 44,
  dataLength: 48,
} as const;
const nodeSize = 52;

/**
 * The tree in a buffer of the Markdown engine.
 *
 * @param text - what the tree was made of
 */
export function createArenaTree(buffer: Uint8Array, layout: ArenaLayout, text: string): SyntaxTree {
  const { nodeStructSize, nodesOffset, childrenOffset, typeDataOffset, stringPoolOffset } = layout;
  if (nodeStructSize !== nodeSize) {
    throw new Error(`expected nodes of ${nodeSize} bytes from the Markdown engine, but got: ${nodeStructSize}`);
  }
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const stringAt = createPoolReader(buffer.subarray(stringPoolOffset), text);
  const read = (node: NodeId, offset: number): number => view.getUint32(nodesOffset + node * nodeSize + offset, true);
  const childAt = (place: number): NodeId => view.getUint32(childrenOffset + place * 4, true);
  const typeNumberOf = (node: NodeId): number => view.getUint8(nodesOffset + node * nodeSize + field.type);
  const typeOf = (node: NodeId): NodeType => nodeTypes[typeNumberOf(node)] ?? 'root';
  const stringOf = (node: NodeId, offset: number): string => {
    if (offset + 8 > read(node, field.dataLength)) return '';
    const place = typeDataOffset + read(node, field.data) + offset;
    return stringAt(view.getUint32(place, true), view.getUint32(place + 4, true));
  };
  const { nodes, byType, depth } = sortNodes({ read, childAt, typeNumberOf });

  return {
    depth,
    nodes,
    nodesOf(...types) {
      const present = types.filter((type) => byType.has(type));
      const [only] = present;
      if (only === undefined) return [];
      if (present.length === 1) return byType.get(only) ?? [];
      const wanted = present.reduce((bits, type) => bits | (1 << nodeTypes.indexOf(type)), 0);
      return nodes.filter((node) => ((wanted >> typeNumberOf(node)) & 1) === 1);
    },
    typeOf,
    parentOf: (node) => (node === rootNode ? rootNode : read(node, field.parent)),
    childrenOf: (node) => childrenOf(node, { read, childAt }),
    childCountOf: (node) => read(node, field.childCount),
    childOf: (node, index) => childAt(read(node, field.firstChild) + index),
    startLineOf: (node) => read(node, field.startLine),
    startColumnOf: (node) => read(node, field.startColumn),
    endLineOf: (node) => read(node, field.endLine),
    startOf: (node) => read(node, field.start),
    endOf: (node) => read(node, field.end),
    levelOf: (node) => view.getUint8(typeDataOffset + read(node, field.data)),
    valueOf: (node) => stringOf(node, typeOf(node) === 'code' ? 16 : 0),
    urlOf: (node) => stringOf(node, 0),
    altOf: (node) => stringOf(node, typeOf(node) === 'imageReference' ? 20 : 8),
    identifierOf: (node) => stringOf(node, typeOf(node) === 'definition' ? 16 : 0),
  };
}

interface ArenaReader {
  readonly read: (node: NodeId, offset: number) => number;
  readonly childAt: (place: number) => NodeId;
  readonly typeNumberOf: (node: NodeId) => number;
}

interface SortedNodes {
  /** In the document's order. */
  readonly nodes: readonly NodeId[];
  readonly byType: ReadonlyMap<NodeType, readonly NodeId[]>;
  readonly depth: number;
}

/** Goes through all nodes, without recursion: the depth is not known yet. */
function sortNodes({ read, childAt, typeNumberOf }: ArenaReader): SortedNodes {
  const nodes: NodeId[] = [];
  const byType = new Map<NodeType, NodeId[]>();
  const pending: NodeId[] = [rootNode];
  const levels: number[] = [0];
  let depth = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const level = levels.pop() ?? 0;
    if (level > depth) depth = level;
    const number = typeNumberOf(node);
    const type = nodeTypes[number];
    if (type === undefined) throw new Error(`expected a type of node that is known, but got: ${number}`);
    if (read(node, field.startLine) === 0) throw new Error(`expected the place of every node, but got none: ${type}`);
    nodes.push(node);
    const alike = byType.get(type);
    if (alike === undefined) byType.set(type, [node]);
    else alike.push(node);
    const first = read(node, field.firstChild);
    for (let place = first + read(node, field.childCount) - 1; place >= first; place--) {
      pending.push(childAt(place));
      levels.push(level + 1);
    }
  }
  return { nodes, byType, depth };
}

function childrenOf(node: NodeId, { read, childAt }: Pick<ArenaReader, 'read' | 'childAt'>): readonly NodeId[] {
  const children: NodeId[] = [];
  const first = read(node, field.firstChild);
  const end = first + read(node, field.childCount);
  for (let place = first; place < end; place++) children.push(childAt(place));
  return children;
}
