import type { Html } from 'mdast';
import { spanOf } from './mdast-node.ts';

/**
 * Whether the engine can parse a body in a reasonable time: emphasis takes it a time that grows with the square of the
 * `*`, `_` and `~` in one block (12 s for 200,000 of them).
 */
export function isTooDense(body: string): boolean {
  if ((body.match(delimiterRun)?.length ?? 0) <= maximumDelimiters) return false;
  return body.split(/\n[ \t]*\n/).some((block) => (block.match(delimiterRun)?.length ?? 0) > maximumDelimiters);
}

const delimiterRun = /[*_~]+/g;
const maximumDelimiters = 20_000;

/** Elements of raw HTML that are open at once; HTML parsers take a time that grows with the square of it. */
export const maximumHtmlDepth = 1000;

/** The piece of raw HTML with which more elements are open than may be, or `null`. */
export function tooDeepHtml(nodes: readonly Html[]): Html | null {
  let open = 0;
  let openForeign = 0;
  for (const node of nodes.toSorted((a, b) => spanOf(a).start - spanOf(b).start)) {
    for (const [tag, slash, name] of node.value.replace(comment, '').matchAll(/<(\/?)([a-z][^\s/>]*)[^>]*>?/gi)) {
      const step = slash === '' ? 1 : -1;
      // only SVG and MathML elements can close themselves
      if (name === undefined || isFlat(name) || (openForeign > 0 && tag.endsWith('/>'))) continue;
      if (/^(?:svg|math)$/i.test(name)) openForeign = Math.max(0, openForeign + step);
      open = Math.max(0, open + step);
      if (open > maximumHtmlDepth) return node;
    }
  }
  return null;
}

const comment = /<!--.*?-->/gs;

/** Elements that have no content, or that the next one of their kind closes (HTML living standard, 13.1.2): neither nests. */
const isFlat = (name: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr)$/i.test(name);
