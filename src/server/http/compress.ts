import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { MaybePromise } from '../../store/maybe-promise.ts';
import type { ContentCoding } from './content-coding.ts';

/** Bytes of a body that another thread compresses: smaller ones take less than half a millisecond. */
const largeBody = 32 * 1024;

/** The same bytes for the same body. */
export function compress(body: Uint8Array<ArrayBuffer>, coding: ContentCoding): MaybePromise<Uint8Array<ArrayBuffer>> {
  return (body.byteLength < largeBody ? small : large)[coding](body);
}

type Compress<Compressed> = (body: Uint8Array<ArrayBuffer>) => Compressed;

const small = {
  identity: (body) => body,
  gzip: (body) => gzipSync(body),
  br: (body) => brotliCompressSync(body, brotliOptions(body)),
} satisfies Record<ContentCoding, Compress<Uint8Array<ArrayBuffer>>>;

const [gzipLater, brotliLater] = [
  promisify<Uint8Array, Uint8Array<ArrayBuffer>>(gzip),
  promisify<Uint8Array, BrotliOptions, Uint8Array<ArrayBuffer>>(brotliCompress),
];

const large = {
  identity: (body) => body,
  gzip: (body) => gzipLater(body),
  br: (body) => brotliLater(body, brotliOptions(body)),
} satisfies Record<ContentCoding, Compress<MaybePromise<Uint8Array<ArrayBuffer>>>>;

/** A quality that takes as long as gzip does, and gives less. */
function brotliOptions({ byteLength }: Uint8Array): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: byteLength } };
}
