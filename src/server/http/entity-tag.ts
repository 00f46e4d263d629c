import { hash } from 'node:crypto';
import type { WayAnswer } from '../way-answer.ts';
import type { ContentCoding } from './content-coding.ts';

/** Characters of base64url, six bits each: 132 bits of SHA-256. */
const digestLength = 22;

/**
 * Equal for equal bytes of one media type, and another one for any others: what one resource gives in several types needs
 * tags of their own (RFC 9110, 8.8.1).
 */
export function digestOf({ body, contentType }: Pick<WayAnswer, 'body' | 'contentType'>): string {
  const digest = hash('sha256', body, 'base64url').slice(0, digestLength);
  return contentType.startsWith('application/json') ? digest : `${digest}-r`;
}

/** A strong entity tag: each coding of a body has one of its own (RFC 9110, 8.8.3.3). */
export function entityTag(digest: string, coding: ContentCoding): string {
  return `"${digest}${suffixes[coding]}"`;
}

const suffixes = { identity: '', gzip: '-gz', br: '-br' } satisfies Record<ContentCoding, string>;

/** Whether an If-None-Match header names a tag, by the weak comparison (RFC 9110, 13.1.2 and 8.8.3.2). */
export function isNamed(tag: string, ifNoneMatch: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(tag) === true;
}
