import type { DiagnosticPosition } from '../content/diagnostic.ts';
import type { NodeType } from '../content/nodes.ts';
import { type ListPosition, maximumPreceding, type OrderKey } from '../store/contract.ts';
import { isSortKey } from '../store/sort-key.ts';
import { badUserInput } from './errors.ts';

/** What a cursor of a list of nodes is good for: lists of the same type in the same order. */
export interface ListKind {
  readonly type: NodeType;
  readonly order: readonly OrderKey[];
  /** The locale whose collation orders text; empty in the default order. */
  readonly collation: string;
}

/** A keyset cursor: the position of a node, as base64url of JSON. Opaque to clients. */
export function encodeCursor(kind: ListKind, { id, sortKey, preceding }: ListPosition): string {
  return encode([kind.type, orderName(kind), id, sortKey, preceding]);
}

export function decodeCursor(kind: ListKind, argument: 'after' | 'before', cursor: string): ListPosition {
  const [type, order, id, sortKey, preceding, ...rest] = decode(cursor);
  if (type !== kind.type || typeof order !== 'string' || rest.length > 0) throw refusal(kind.type, argument, cursor);
  if (order !== orderName(kind)) throw refusal(kind.type, argument, cursor, ' in the same order');
  if (typeof id !== 'string' || !isSortKey(sortKey, kind.type, kind.order) || !isPreceding(preceding))
    throw refusal(kind.type, argument, cursor);
  return { id, sortKey, preceding };
}

/** The same for a list of diagnostics. */
export function encodeDiagnosticCursor({ path, line, column, code, message }: DiagnosticPosition): string {
  return encode(['Diagnostic', path, line, column, code, message]);
}

export function decodeDiagnosticCursor(cursor: string): DiagnosticPosition {
  const [type, path, line, column, code, message, ...rest] = decode(cursor);
  const isWhole = type === 'Diagnostic' && typeof line === 'number' && typeof column === 'number' && rest.length === 0;
  if (isWhole && typeof path === 'string' && typeof code === 'string' && typeof message === 'string')
    return { path, line, column, code, message };
  throw refusal('Diagnostic', 'after', cursor);
}

/** Empty for the default order, which no collation changes. */
function orderName({ order, collation }: ListKind): string {
  const keys = order.map(({ field, direction }) => `${field} ${direction}`);
  return keys.length === 0 ? '' : `${keys.join(', ')} (${collation})`;
}

const encode = (content: readonly unknown[]): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** As long as a request may be. */
const maximumCursor = 100_000;

/** Nothing for what is no cursor. */
function decode(cursor: string): readonly unknown[] {
  if (cursor.length > maximumCursor) return [];
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

const isPreceding = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= maximumPreceding && value.every((item) => typeof item === 'string');

function refusal(type: string, argument: string, cursor: string, order = '') {
  const shown = JSON.stringify(cursor.slice(0, 80));
  return badUserInput(
    `Expected "${argument}" to be a cursor from an earlier page of this ${type}Connection${order}, but got: ${shown}.`,
  );
}
