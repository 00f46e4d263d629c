import DataLoader from 'dataloader';
import type { ContentNode, NodeType, NodeTypes } from '../content/nodes.ts';
import type { ContentReader } from '../store/contract.ts';
import { type MaybePromise, mapMaybe } from '../store/maybe-promise.ts';

/** Finds nodes by id for one operation. */
export interface NodeLoader {
  load(id: string): MaybePromise<ContentNode | null>;
  loadMany(ids: readonly string[]): MaybePromise<readonly (ContentNode | null)[]>;
}

/** A reader that has to be waited for is asked once for all ids of a moment; one that answers at once is asked at once. */
export function createNodeLoader(reader: ContentReader): NodeLoader {
  const loadMany = reader.isImmediate ? (ids: readonly string[]) => reader.getMany(ids) : batched(reader);
  return {
    loadMany,
    load: (id) => mapMaybe(loadMany([id]), ([node]) => node ?? null),
  };
}

function batched(reader: ContentReader): NodeLoader['loadMany'] {
  const loader = new DataLoader<string, ContentNode | null>(async (ids) => reader.getMany(ids));
  return (ids) => Promise.all(ids.map((id) => loader.load(id)));
}

/** The nodes of these ids that are of a type, each once. */
export function loadAll<Type extends NodeType>(
  loader: NodeLoader,
  type: Type,
  ids: readonly string[],
): MaybePromise<readonly NodeTypes[Type][]> {
  if (ids.length === 0) return [];
  return mapMaybe(loader.loadMany([...new Set(ids)]), (nodes) => ofType(nodes, type));
}

/** The node that another one names: every revision is whole, so it is there. */
export function loadOne<Type extends NodeType>(
  loader: NodeLoader,
  type: Type,
  id: string,
): MaybePromise<NodeTypes[Type]> {
  return mapMaybe(loadAll(loader, type, [id]), (nodes) => only(nodes, type, id));
}

function ofType<Type extends NodeType>(nodes: readonly (ContentNode | null)[], type: Type): NodeTypes[Type][] {
  return nodes.filter((node): node is NodeTypes[Type] => node?.type === type);
}

function only<Node>(nodes: readonly Node[], type: NodeType, id: string): Node {
  const [node] = nodes;
  if (node === undefined)
    throw new Error(`expected the store to hold the ${type} that a node names, but got none: ${id}`);
  return node;
}
