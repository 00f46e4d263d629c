import { isPromise, type MaybePromise } from '../../store/maybe-promise.ts';
import type { WayAnswer } from '../way-answer.ts';
import type { Answer } from './answer.ts';
import { compress } from './compress.ts';
import type { ContentCoding } from './content-coding.ts';
import { digestOf, entityTag, isNamed } from './entity-tag.ts';
import { ownBytes } from './own-bytes.ts';

/** Bytes below which a body is sent as it is: it would fit into as many packets. */
const smallestCompressed = 1024;

/** How an answer may be kept by others (RFC 9111, 5.2 and RFC 9110, 12.5.5). */
export interface Keeping {
  readonly cacheControl: string;
  readonly vary: string;
}

/** An answer in every coding, each made when it is first asked for. */
export interface PreparedAnswer {
  readonly made: WayAnswer;
  readonly keeping: Keeping;
  /** Of the body; `null` without an entity tag. */
  readonly digest: string | null;
  readonly variants: Partial<Record<ContentCoding, Variant>>;
}

interface Variant {
  readonly tag: string | null;
  readonly notModified: Answer;
  whole: MaybePromise<Answer> | null;
}

/** Clients may ask whether an answer has changed where it is a good one that can be made again. */
export function prepareAnswer(made: WayAnswer, keeping: Keeping): PreparedAnswer {
  const digest = made.status === 200 && made.isFixed ? digestOf(made) : null;
  return { made, keeping, digest, variants: {} };
}

export interface Preference {
  readonly coding: ContentCoding;
  readonly ifNoneMatch: string | undefined;
}

/**
 * What a client gets: 304 where it has the very bytes that it would get (RFC 9110, 15.4.5), otherwise those.
 *
 * @param grown - is called when a further coding is made and held
 */
export function answerFor(
  prepared: PreparedAnswer,
  { coding, ifNoneMatch }: Preference,
  grown: () => void,
): MaybePromise<Answer> {
  const { made, variants } = prepared;
  const sent = made.body.byteLength < smallestCompressed ? 'identity' : coding;
  variants[sent] ??= createVariant(prepared, sent);
  const variant = variants[sent];
  if (ifNoneMatch !== undefined && variant.tag !== null && isNamed(variant.tag, ifNoneMatch))
    return variant.notModified;
  return variant.whole ?? makeWhole(prepared, variant, sent, grown);
}

/** Bytes of memory. */
export function sizeOf({ made, variants: { gzip, br } }: PreparedAnswer): number {
  return objectsSize + [made, wholeOf(gzip), wholeOf(br)].reduce((sum, one) => sum + (one?.body?.byteLength ?? 0), 0);
}

/** Of an answer's objects, roughly. */
const objectsSize = 2048;

const wholeOf = (variant: Variant | undefined): Answer | null => {
  const whole = variant?.whole ?? null;
  return isPromise(whole) ? null : whole;
};

function createVariant({ digest, keeping }: PreparedAnswer, coding: ContentCoding): Variant {
  const tag = digest === null ? null : entityTag(digest, coding);
  return {
    tag,
    notModified: { status: 304, headers: sharedHeaders(keeping, tag), body: null },
    whole: null,
  };
}

function makeWhole(
  prepared: PreparedAnswer,
  variant: Variant,
  coding: ContentCoding,
  grown: () => void,
): MaybePromise<Answer> {
  const finish = (body: Uint8Array<ArrayBuffer>): Answer => {
    const whole = toWhole(prepared, variant, coding, coding === 'identity' ? body : ownBytes(body));
    variant.whole = whole;
    if (coding !== 'identity') grown();
    return whole;
  };
  const body = compress(prepared.made.body, coding);
  if (!isPromise(body)) return finish(body);
  // those who ask for the same meanwhile wait for it, too
  variant.whole = body.then(finish, (error: unknown) => {
    variant.whole = null;
    throw error;
  });
  return variant.whole;
}

function toWhole(
  { made, keeping }: PreparedAnswer,
  { tag }: Variant,
  coding: ContentCoding,
  body: Uint8Array<ArrayBuffer>,
): Answer {
  const headers = [
    'content-type',
    made.contentType,
    'content-length',
    String(body.byteLength),
    ...(coding === 'identity' ? [] : ['content-encoding', coding]),
    ...sharedHeaders(keeping, tag),
    ...made.headers,
  ];
  return { status: made.status, headers, body };
}

/** Those that a 304 has, too. */
function sharedHeaders({ cacheControl, vary }: Keeping, tag: string | null): string[] {
  return [...(tag === null ? [] : ['etag', tag]), 'cache-control', cacheControl, 'vary', vary];
}
