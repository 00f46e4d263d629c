import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { httpError } from '../http-error.ts';
import { isJsonType, isPlainEncoding, isTooDeep, maximumLevels } from '../json-request.ts';
import { readBody } from '../read-body.ts';

/**
 * Bodies are JSON and of a bounded size; Yoga would read urlencoded ones and bare query texts, too, and as much of them
 * as anybody sends.
 */
export function useJsonRequests({ maximumBodySize }: { readonly maximumBodySize: number }): Plugin {
  return {
    onRequestParse({ request, url, requestParser, setRequestParser }) {
      if (request.method === 'POST') {
        requireJson(request.headers.get('content-type'));
        requirePlain(request.headers.get('content-encoding'));
        setRequestParser(async (posted) => parseJson(await readWithin(posted, maximumBodySize)));
      } else if (request.method === 'GET' && requestParser !== undefined) {
        requireJsonParameters(url.searchParams);
      }
    },
  };
}

function requireJson(contentType: string | null): void {
  if (isJsonType(contentType)) return;
  throw httpError(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    `Expected a body of type application/json in UTF-8, but got: ${contentType ?? 'no Content-Type header'}.`,
  );
}

function requirePlain(encoding: string | null): void {
  if (isPlainEncoding(encoding)) return;
  throw httpError(415, 'UNSUPPORTED_MEDIA_TYPE', `Expected a body without Content-Encoding, but got: ${encoding}.`);
}

async function readWithin(request: Request, maximumSize: number): Promise<string> {
  const declared = request.headers.get('content-length');
  if (declared !== null && Number(declared) > maximumSize) throw tooLarge(maximumSize);
  const body = await readBody(request, maximumSize);
  if (body.byteLength > maximumSize) throw tooLarge(maximumSize);
  return body.toString('utf8');
}

function tooLarge(maximumSize: number) {
  return httpError(413, 'PAYLOAD_TOO_LARGE', `Expected a body of at most ${maximumSize} bytes, but got more.`);
}

function parseJson(text: string): GraphQLParams {
  const body = parse(text, 'the body');
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw httpError(400, 'BAD_REQUEST', `Expected one JSON object as the body, but got: ${kindOf(body)}.`);
}

function requireJsonParameters(parameters: URLSearchParams): void {
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name);
    if (text) parse(text, `the parameter "${name}"`);
  }
}

function parse(text: string, what: string): unknown {
  const value = parsed(text, what);
  if (!isTooDeep(value)) return value;
  throw httpError(400, 'BAD_REQUEST', `Expected ${what} to have at most ${maximumLevels} levels, but got more.`);
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw httpError(400, 'BAD_REQUEST', `Expected ${what} to be JSON, but it is not: ${reason}.`);
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array (batches are not supported)';
  return value === null ? 'null' : `a ${typeof value}`;
}
