import type { PageHeading } from '../content/outline.ts';
import { builder } from './builder.ts';

export const HeadingRef = builder.objectRef<PageHeading>('Heading');

HeadingRef.implement({
  description: 'A heading of a page.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Its words, without markup.' }),
    anchor: t.exposeString('anchor', {
      description: "Its id in the page's HTML, made as GitHub makes it: `weiterführende-links`.",
    }),
    level: t.exposeInt('level', { description: '1 for the highest to 6.' }),
  }),
});
