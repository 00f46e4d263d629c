import { hash } from 'node:crypto';

/**
 * SHA-256 of a text in UTF-8, in hexadecimal digits of lower case. `null` where half of a surrogate pair stands alone:
 * UTF-8 has none, so that several texts would have one hash.
 */
export const sha256Of = (text: string): string | null => (/\p{Cs}/u.test(text) ? null : hash('sha256', text, 'hex'));
