import type { ContentNode } from '../content/nodes.ts';
import { type MaybePromise, mapMaybe } from '../store/maybe-promise.ts';

/** The node in a language: itself, or the one of its translations that is in it. */
export function translationOf<Node extends ContentNode>(
  node: Node,
  language: string,
  translations: MaybePromise<readonly Node[]>,
): MaybePromise<Node | null> {
  if (node.language === language) return node;
  return mapMaybe(translations, (nodes) => nodes.find((other) => other.language === language) ?? null);
}
