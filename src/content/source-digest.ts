import { createHash } from 'node:crypto';

/** What tells one content of a file from every other. */
export const sourceDigest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
