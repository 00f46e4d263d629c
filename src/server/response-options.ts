/** How answers are kept, by this server and by others. */
export interface ResponseOptions {
  /** Cache-Control of answers that hold until the content changes (RFC 9111, 5.2). */
  readonly cacheControl: string;
  /** Bytes of memory for answers; 0 keeps none. */
  readonly cacheSize: number;
}

export const defaultResponseOptions: ResponseOptions = Object.freeze({
  cacheControl: 'public, max-age=0, must-revalidate',
  cacheSize: 64 * 1024 * 1024,
});
