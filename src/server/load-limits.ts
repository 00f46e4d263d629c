/** What of a server's time requests may take before further ones are told to come back later. */
export interface LoadLimits {
  /** Milliseconds that a request may have waited for the event loop and still be run. */
  readonly delay: number;
  /** Operations that run at the same time, where a store has to be waited for. */
  readonly executions: number;
}

export const defaultLoadLimits: LoadLimits = Object.freeze({ delay: 500, executions: 200 });
