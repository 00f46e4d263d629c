import type { JoinedPage } from './joined-page.ts';

const none = Object.freeze([]);

/**
 * Which links of a page's translations are the same link, by the link's index: the one in the same place, where a
 * translation has as many links as the page.
 */
export function linkTranslations(
  page: JoinedPage,
  translations: readonly JoinedPage[],
): (index: number) => readonly string[] {
  const parallel = translations.filter(({ links }) => links.length === page.links.length);
  if (parallel.length === 0) return () => none;
  return (index) => Object.freeze(parallel.flatMap(({ links }) => links[index]?.id ?? []));
}
