import type { NodeReference, PageNode } from '../content/nodes.ts';
import type { PageSection } from '../content/outline.ts';
import { builder } from './builder.ts';
import { costs, costsOfList, ownCosts } from './field-cost.ts';
import { loadAll } from './node-loader.ts';
import { GoalRef, LinkRef, PartnerRef } from './refs.ts';
import { SourceRef } from './source.ts';

/** A section together with the page that it is a piece of. */
export interface SectionView {
  readonly page: PageNode;
  readonly section: PageSection;
}

export const SectionRef = builder.objectRef<SectionView>('Section');

SectionRef.implement({
  description: 'A heading of a page with everything below it, up to the next heading that is as high or higher.',
  fields: (t) => ({
    heading: t.string({ description: "The heading's words, without markup.", resolve: ({ section }) => section.text }),
    anchor: t.string({
      description: "The heading's id in the page's HTML, made as GitHub makes it: `weiterführende-links`.",
      resolve: ({ section }) => section.anchor,
    }),
    level: t.int({ description: "The heading's level, 1 to 6.", resolve: ({ section }) => section.level }),
    html: t.string({
      extensions: costs({ own: ownCosts.partRendered }),
      description: 'The section as sanitised HTML, its heading included.',
      resolve: ({ page, section }, _args, { renderer }) => renderer.sectionHtml(page, section),
    }),
    text: t.string({
      extensions: costs({ own: ownCosts.partRendered }),
      description: 'The section as plain text, its heading included.',
      resolve: ({ page, section }, _args, { renderer }) => renderer.sectionText(page, section),
    }),
    partners: t.field({
      type: [PartnerRef],
      extensions: costsOfList('partners'),
      description: 'Partners that the section lists, in its order.',
      resolve: (view, _args, { loader }) => loadAll(loader, 'Partner', idsWithin(view, view.page.partners)),
    }),
    goals: t.field({
      type: [GoalRef],
      extensions: costsOfList('goals'),
      description: 'Goals that the section lists, in its order.',
      resolve: (view, _args, { loader }) => loadAll(loader, 'Goal', idsWithin(view, view.page.goals)),
    }),
    links: t.field({
      type: [LinkRef],
      extensions: costsOfList('links'),
      description: 'Every link in the section, in its order.',
      resolve: (view, _args, { loader }) => loadAll(loader, 'Link', idsWithin(view, view.page.links)),
    }),
    source: t.field({
      type: SourceRef,
      description: 'Where the section stands.',
      resolve: ({ page, section }) => ({
        path: page.source.path,
        startLine: section.startLine,
        endLine: section.endLine,
        headings: section.parents,
        rule: null,
      }),
    }),
  }),
});

/** References stand in the order of their lines. */
function idsWithin({ section }: SectionView, references: readonly NodeReference[]): string[] {
  const from = firstAtOrAfter(references, section.startLine);
  return references.slice(from, firstAtOrAfter(references, section.endLine + 1)).map(({ id }) => id);
}

function firstAtOrAfter(references: readonly NodeReference[], line: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle]?.line ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
