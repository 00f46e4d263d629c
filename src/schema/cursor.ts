import type { NodeType } from '../content/nodes.ts';
import { type ListPosition, maximumPreceding } from '../store/contract.ts';
import { badUserInput } from './errors.ts';

/** A keyset cursor: the position of a node in the lists of its type, as base64url of JSON. Opaque to clients. */
export function encodeCursor(type: NodeType, { id, sortKey, preceding }: ListPosition): string {
  const content: CursorContent = [type, id, sortKey.page, sortKey.position, ...preceding];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

export function decodeCursor(type: NodeType, argument: 'after' | 'before', cursor: string): ListPosition {
  const content = parse(cursor);
  if (isCursorContent(content) && content[0] === type) {
    const [, id, page, position, ...preceding] = content;
    return { id, sortKey: { page, position }, preceding };
  }
  throw badUserInput(
    `Expected "${argument}" to be a cursor from an earlier page of this ${type}Connection, but got: ${JSON.stringify(cursor.slice(0, 80))}.`,
  );
}

type CursorContent = [type: string, id: string, page: string, position: number, ...preceding: string[]];

function isCursorContent(content: unknown): content is CursorContent {
  if (!Array.isArray(content) || content.length < 4 || content.length > 4 + maximumPreceding) return false;
  return content.every((item: unknown, index) => typeof item === (index === 3 ? 'number' : 'string'));
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
