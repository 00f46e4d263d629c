import { badUserInput } from './errors.ts';

/** Nodes on a page of a list when the client does not say. */
export const defaultSize = 50;
/** Nodes on a page of a list at the most. */
export const maximumSize = 200;

/** @throws {GraphQLError} BAD_USER_INPUT when a page of a list cannot be that long. */
export function checkedSize(argument: 'first' | 'last', size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size >= 0 && size <= maximumSize) return size;
  throw badUserInput(`Expected "${argument}" to be from 0 to ${maximumSize}, but got: ${size}.`);
}
