import type { MediaType } from '../operations/operation.ts';

/**
 * The type of an answer to a request with this Accept header: as Yoga chooses it, by the first range that allows one.
 * `null` where none does.
 */
export function mediaTypeOf(accept: string | undefined): MediaType | null {
  const ranges = (accept || '*/*').replace(/\s/g, '').toLowerCase().split(',');
  for (const range of ranges) {
    const [asked = '', ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset='));
    if (charset !== undefined && charset !== 'charset=utf-8') continue;
    const [type, subtype] = asked.split('/');
    const found = mediaTypes.find((candidate) => matches(candidate, type, subtype));
    if (found !== undefined) return found;
  }
  return null;
}

/** The first one where a range allows both. */
const mediaTypes: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];

function matches(mediaType: MediaType, askedType: string | undefined, askedSubtype: string | undefined): boolean {
  const [type, subtype] = mediaType.split('/');
  return (askedType === '*' || askedType === type) && (askedSubtype === '*' || askedSubtype === subtype);
}
