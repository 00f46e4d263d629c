/** A value that may have to be waited for. Memory answers at once, and then nobody pays for a promise. */
export type MaybePromise<Value> = Value | Promise<Value>;

export function isPromise<Value>(value: MaybePromise<Value>): value is Promise<Value> {
  return value instanceof Promise;
}

/** `then` for both: calls back at once when there is nothing to wait for. */
export function mapMaybe<Value, Result>(
  value: MaybePromise<Value>,
  map: (value: Value) => Result,
): MaybePromise<Result> {
  return isPromise(value) ? value.then(map) : map(value);
}
