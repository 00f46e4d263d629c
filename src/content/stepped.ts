/** A value that is found in steps: some of them between other work, or all that are left when it is read. */
export interface Stepped<Value> {
  /** Goes on where the last one who asked left off; at its end the value is there. */
  steps(): Iterable<void>;
  value(): Value;
}

export function createStepped<Value>(find: () => Generator<void, Value>): Stepped<Value> {
  let finding: Generator<void, Value> | undefined;
  let found: { readonly value: Value } | undefined;

  function step(): boolean {
    if (found !== undefined) return false;
    const current = finding ?? find();
    // what throws is begun anew by the next one who asks
    finding = undefined;
    const { done, value } = current.next();
    if (done === true) found = { value };
    else finding = current;
    return done !== true;
  }

  return {
    *steps() {
      while (step()) yield;
    },
    value() {
      while (found === undefined) step();
      return found.value;
    },
  };
}
