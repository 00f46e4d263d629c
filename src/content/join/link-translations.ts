import type { NodeReference } from '../nodes.ts';

const none: readonly string[] = Object.freeze([]);

/**
 * Which links of a page's translations are the same link, by the link's index: the one in the same place, where a
 * translation has as many links as the page.
 *
 * @param count - links of the page
 * @param translations - the links of each translation, in their order
 */
export function linkTranslations(
  count: number,
  translations: readonly (readonly NodeReference[])[],
): (index: number) => readonly string[] {
  const parallel = translations.filter((links) => links.length === count);
  if (parallel.length === 0) return () => none;
  return (index) => Object.freeze(parallel.flatMap((links) => links[index]?.id ?? []));
}
