/** What requests may take of a server before further ones are told to come back later. */
export interface LoadLimits {
  /** Milliseconds that a request may have waited for others and still be run. */
  readonly delay: number;
  /** Operations that run at the same time, where they have to be waited for. */
  readonly executions: number;
  /** Bytes of answers that clients have not read yet; what is more is given up, the oldest first. */
  readonly unreadSize: number;
}

export const defaultLoadLimits: LoadLimits = Object.freeze({
  delay: 1000,
  executions: 200,
  unreadSize: 256 * 1024 * 1024,
});
