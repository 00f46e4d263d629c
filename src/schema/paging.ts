import { badUserInput, limitExceeded } from './errors.ts';

/** Nodes on a page of a list when the client does not say. */
export const defaultSize = 50;
/** Of a server that is not configured otherwise: nodes on a page of a list at the most. */
export const usualMaximum = 200;

/** How descriptions tell what a size may be. */
export const sizeRange = `0 to ${usualMaximum}, unless the server is configured otherwise`;

/** @throws {GraphQLError} when a page of a list cannot be that long. */
export function checkedSize(
  argument: 'first' | 'last',
  size: number | null | undefined,
  maximum: number,
): number | null {
  if (size == null) return null;
  if (size >= 0 && size <= maximum) return size;
  const message = `Expected "${argument}" to be from 0 to ${maximum}, but got: ${size}.`;
  throw size < 0 ? badUserInput(message) : limitExceeded('LIST_SIZE_LIMIT_EXCEEDED', `${message} ${advice}`);
}

const advice = 'Ask for the next page with the cursor of this one.';
