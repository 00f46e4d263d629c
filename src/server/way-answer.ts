/** What the short way or the long one answers to a request. */
export interface WayAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Further headers that are its own: names and values by turns. */
  readonly headers: readonly string[];
  /** Whether it is a function of the request and the content alone, so that it may be kept. */
  readonly isFixed: boolean;
}
