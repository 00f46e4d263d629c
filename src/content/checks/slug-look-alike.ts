import { placeOfKey } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { SiteCheck } from './check.ts';
import { lookOf } from './look-alike.ts';
import type { SitePage } from './site.ts';

/**
 * Two slugs of one language and collection that people, file systems or addresses take for one. Equal ones are reported
 * where pages are joined.
 */
export const slugLookAlike: SiteCheck = {
  code: 'slug-look-alike',
  run({ pages }, report) {
    for (const group of groupBy(pages, placeAndLook).values()) {
      const [first, ...others] = group.sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
      const told = new Set([first?.node.slug]);
      for (const { document, node } of others) {
        if (first === undefined || told.has(node.slug)) continue;
        told.add(node.slug);
        report({
          path: document.path,
          message: `expected a slug that looks like no other, but "${node.slug}" (${node.language}) differs from "${first.node.slug}" of ${first.document.path} only in ${differenceOf(node.slug, first.node.slug)}`,
          hint: 'Give one of them another "slug" in its frontmatter.',
          at: placeOfKey(document, 'slug'),
        });
      }
    }
  },
};

const placeAndLook = ({ node: { language, collection, slug } }: SitePage): string =>
  `${language}\0${collection}\0${lookOf(slug)}`;

const differenceOf = (a: string, b: string): string =>
  a.toLowerCase() === b.toLowerCase() ? 'case' : 'letters that look alike';
