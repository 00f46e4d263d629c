/** Nothing is left to do for the process, and a promise still has no outcome. */
export class NeverSettledError extends Error {
  constructor() {
    super('could not be run: it waits for something that never happens');
    this.name = 'NeverSettledError';
  }
}

/**
 * What a promise settles with.
 *
 * @throws {NeverSettledError} when the process would end before.
 */
export async function untilSettled<Value>(promise: Promise<Value>): Promise<Value> {
  let giveUp = (): void => {};
  const end = new Promise<never>((_, reject) => {
    giveUp = () => reject(new NeverSettledError());
  });
  process.once('beforeExit', giveUp);
  try {
    return await Promise.race([promise, end]);
  } finally {
    process.off('beforeExit', giveUp);
  }
}
