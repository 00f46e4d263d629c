import { digest } from '../digest.ts';
import type { NodeReference, NodeSource, NodeType } from '../nodes.ts';
import { nodeId } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';

/** Ids and lines of the goals that stand on a page. */
export function goalReferences({ place, extraction }: JoinedPage): readonly NodeReference[] {
  return references('Goal', place, extraction.goals, ({ text }) => text);
}

/** Ids and lines of the links that stand on a page. */
export function linkReferences({ place, extraction }: JoinedPage): readonly NodeReference[] {
  return references('Link', place, extraction.links, ({ url, text }) => `${url}\0${text}`);
}

/** Ids of things that have no name: the page, what they say, and a number where one page says it twice. */
function references<Thing extends { readonly source: NodeSource }>(
  type: NodeType & ('Goal' | 'Link'),
  { language, key }: JoinedPage['place'],
  things: readonly Thing[],
  contentOf: (thing: Thing) => string,
): readonly NodeReference[] {
  const seen = new Map<string, number>();
  const found = things.map((thing) => {
    const content = digest(contentOf(thing));
    const count = seen.get(content) ?? 0;
    seen.set(content, count + 1);
    return Object.freeze({ id: nodeId(type, language, key, content, count), line: thing.source.startLine });
  });
  return Object.freeze(found);
}
