import type { DiagnosticInput } from './diagnostic.ts';
import { limits } from './limits.ts';

/** What in a body would take the Markdown engine too long. */
export interface CostlyText extends Required<Pick<DiagnosticInput, 'code' | 'message' | 'hint'>> {
  /** Where it stands, in UTF-16 code units of the body. */
  readonly offset: number;
}

/** Judges a body before anything reads it; `null` when nothing in it costs much. */
export function findCostlyText(body: string): CostlyText | null {
  return findMarkers(body) ?? findCrowdedBlock(body);
}

const marker = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const manyMarkers = new RegExp(`^(?:${marker}){${limits.markersOfLine}}`, 'm');
const deepestMarkers = new RegExp(`(?:${marker}){${limits.markdownDepth}}[ \\t]*`, 'y');

/** Block quotes and lists that one line opens within each other. */
function findMarkers(body: string): CostlyText | null {
  const start = body.search(manyMarkers);
  if (start === -1) return null;
  deepestMarkers.lastIndex = start;
  return {
    code: 'body-too-deep',
    message: `expected at most ${limits.markdownDepth} levels of nesting, but found more`,
    hint: 'Take block quotes, lists and elements out of each other.',
    offset: start + (deepestMarkers.exec(body)?.[0].length ?? 0),
  };
}

const crowds = [
  { pattern: /[*_~]+/g, maximum: limits.delimitersInBlock, things: 'runs of "*", "_" or "~"' },
  { pattern: /:\/\/|www\.|@/gi, maximum: limits.addressesInBlock, things: '"://", "www." or "@"' },
  { pattern: /&/g, maximum: limits.ampersandsInBlock, things: '"&"' },
] as const;

/** A block is a piece without an empty line in it. */
function findCrowdedBlock(body: string): CostlyText | null {
  for (const { pattern, maximum, things } of crowds) {
    const isCrowded = (text: string): boolean => (text.match(pattern)?.length ?? 0) > maximum;
    // a short body cannot hold as many
    if (body.length <= maximum || !isCrowded(body)) continue;
    let offset = 0;
    for (const block of body.split(/(\n[ \t]*\n)/)) {
      if (isCrowded(block)) {
        const message = `expected at most ${maximum} ${things} in one block, but found more`;
        const hint = 'Break the block up with empty lines, or split the page.';
        return { code: 'body-too-costly', message, hint, offset };
      }
      offset += block.length;
    }
  }
  return null;
}
