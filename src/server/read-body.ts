/** Reads a body to its end; of one that is larger than `maximumSize` only so much that it shows. */
export async function readBody(request: Request, maximumSize: number): Promise<Buffer> {
  // not `for await`: leaving it early would close the connection before the answer is sent
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    chunks.push(read.value);
    size += read.value.byteLength;
    if (size > maximumSize) break;
  }
  return Buffer.concat(chunks);
}
