/** Thrown where a compiled operation cannot go on: it is run from its beginning by graphql-js. */
const notPlain = Object.freeze({ message: 'expected a value that needs no executor' });

/** @throws always; a promise that nobody is going to wait for is not left to fail unseen. */
export function leave(value?: unknown): never {
  ignore(value);
  throw notPlain;
}

/** Waits for what is not waited for by anybody else. */
export function ignore(value: unknown): void {
  if (isThenable(value)) value.then(doNothing, doNothing);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof value['then'] === 'function';
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function doNothing(): void {}
