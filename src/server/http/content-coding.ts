/** How the bytes of an answer are coded (RFC 9110, 8.4.1). */
export type ContentCoding = 'identity' | 'gzip' | 'br';

/**
 * The coding that an Accept-Encoding header likes best (RFC 9110, 12.5.3), the smallest of equals. `identity` where it
 * allows none: an answer that the client did not ask for is better than none.
 */
export function codingFor(acceptEncoding: string | undefined): ContentCoding {
  if (acceptEncoding === undefined) return 'identity';
  const weights = weightsOf(acceptEncoding);
  const others = weights.get('*');
  const weightOf = (coding: ContentCoding) =>
    weights.get(coding) ?? others ?? (coding === 'identity' ? leastWeight : 0);
  let best: ContentCoding = 'identity';
  for (const coding of codings) {
    if (weightOf(coding) > 0 && weightOf(coding) >= weightOf(best)) best = coding;
  }
  return best;
}

/** From the largest to the smallest answer. */
const codings = ['identity', 'gzip', 'br'] as const satisfies readonly ContentCoding[];
/** Of the identity where the header does not name it: acceptable, but whatever it does name is liked better. */
const leastWeight = 0.0001;

function weightsOf(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
    const coding = name === 'x-gzip' ? 'gzip' : name;
    if (coding !== '') weights.set(coding, weight === undefined ? 1 : Number(weight) || 0);
  }
  return weights;
}
