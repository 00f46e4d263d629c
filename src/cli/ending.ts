/** Signals that ask a server to end: of whoever runs it, of a terminal (Ctrl-C), and of a terminal that is closed. */
export const endSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** How this process ends when it is asked to. */
export interface Ending {
  /** From now on by calling this, once for each signal. */
  by(end: () => void): void;
  hasBegun(): boolean;
}

/**
 * Takes the signals over. Until somebody says how, the process ends at once, with 0: there is nothing to finish yet. Left to
 * the system it would not end at all as the first process of a container.
 */
export function createEnding(): Ending {
  let end = (): void => process.exit(0);
  let hasBegun = false;
  for (const signal of endSignals) {
    process.on(signal, () => {
      hasBegun = true;
      end();
    });
  }
  return {
    by(taker) {
      end = taker;
    },
    hasBegun: () => hasBegun,
  };
}
