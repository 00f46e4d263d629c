import type { NodeType } from '../content/nodes.ts';
import type { ListPosition } from '../store/contract.ts';
import { badUserInput } from './errors.ts';

/** A keyset cursor: type, sort key and id of the node it stands at, as base64url of JSON. Opaque to clients. */
export function encodeCursor(type: NodeType, { sortKey, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([type, sortKey, id])).toString('base64url');
}

export function decodeCursor(type: NodeType, argument: 'after' | 'before', cursor: string): ListPosition {
  const content = parse(cursor);
  if (Array.isArray(content) && content.length === 3) {
    const [cursorType, sortKey, id]: unknown[] = content;
    if (cursorType === type && typeof sortKey === 'string' && typeof id === 'string') return { sortKey, id };
  }
  throw badUserInput(
    `Expected "${argument}" to be a cursor from an earlier page of this ${type}Connection, but got: ${JSON.stringify(cursor.slice(0, 80))}.`,
  );
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
