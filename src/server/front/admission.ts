import { isJsonType, isPlainEncoding } from '../json-request.ts';
import type { MediaType } from '../operations/operation.ts';
import { type ContentCoding, codingFor } from '../http/content-coding.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { RequestTarget } from '../http/request-target.ts';
import { mediaTypeOf } from './media-type.ts';

/** What the head of a plain GraphQL request says. */
export interface Admission {
  /** GET for HEAD, too. */
  readonly method: 'GET' | 'POST';
  /** Query string of a GET, without the question mark. */
  readonly query: string;
  /** Of the answer. */
  readonly mediaType: MediaType;
  readonly coding: ContentCoding;
  readonly ifNoneMatch: string | undefined;
}

export interface AdmissionRules {
  /** Bytes of a request body. */
  readonly maximumBodySize: number;
}

/** Values of one header whose meaning is remembered; clients of one kind send the same. */
const rememberedHeaders = 50;

/** Makes what decides whether a request is a plain one: JSON by POST, or a query string by GET or HEAD. */
export function createAdmission({
  maximumBodySize,
}: AdmissionRules): (head: RequestHead, target: RequestTarget) => Admission | null {
  const [isJson, mediaType, coding] = [remember(isJsonType), remember(mediaTypeOf), remember(codingFor)];

  function isPlainPost(
    { contentType, contentEncoding, contentLength }: RequestHead,
    { query }: RequestTarget,
  ): boolean {
    if (query !== '' || contentType === undefined) return false;
    if (contentLength !== undefined && !(Number(contentLength) <= maximumBodySize)) return false;
    return isPlainEncoding(contentEncoding ?? null) && isJson(contentType);
  }

  return (head, target) => {
    const isPost = head.method === 'POST';
    if (isPost ? !isPlainPost(head, target) : target.query === '') return null;
    const type = mediaType(head.accept ?? '*/*');
    if (type === null) return null;
    return {
      method: isPost ? 'POST' : 'GET',
      query: target.query,
      mediaType: type,
      coding: coding(head.acceptEncoding ?? ''),
      ifNoneMatch: head.ifNoneMatch,
    };
  };
}

/** Reads a value of a header once. */
function remember<Value>(read: (header: string) => Value): (header: string) => Value {
  const known = new Map<string, Value>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const value = read(header);
    if (known.size >= rememberedHeaders) known.clear();
    known.set(header, value);
    return value;
  };
}
