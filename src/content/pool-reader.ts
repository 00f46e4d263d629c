/**
 * Reads strings out of the Markdown engine's pool, which is UTF-8: the text itself and, behind it, what does not stand in
 * it word for word.
 *
 * @returns what reads the string at an offset, of a length; both in bytes
 */
export function createPoolReader(pool: Uint8Array, text: string): (offset: number, length: number) => string {
  const bytes = Buffer.from(pool.buffer, pool.byteOffset, pool.byteLength);
  // in ASCII every character is one byte, and what stands in the text can be cut out of it
  const plainLength = Buffer.byteLength(text) === text.length ? text.length : 0;
  return (offset, length) => {
    const end = offset + length;
    return end <= plainLength ? text.slice(offset, end) : bytes.toString('utf8', offset, end);
  };
}
