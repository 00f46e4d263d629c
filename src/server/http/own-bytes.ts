/**
 * The same bytes in memory of their own. Node cuts small buffers out of slabs of 8 KiB, and each that is kept holds all of
 * its slab.
 */
export function ownBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
