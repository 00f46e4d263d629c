import type { LinkKind } from '../content/nodes.ts';
import { builder } from './builder.ts';

export const LinkKindRef = builder.enumType('LinkKind', {
  description: 'What a link leads to, told by how it is written.',
  values: {
    INTERNAL: { description: 'A page of this content: `/network`, `../about.md`.' },
    EXTERNAL: { description: 'Another site, or anything else with a scheme: `https://example.org`, `tel:+49301234`.' },
    EMAIL: { description: 'An e-mail address: `mailto:`.' },
    ANCHOR: { description: 'A place on the same page: `#contact`.' },
    ASSET: { description: 'A file of this site that is not a page: `/files/flyer.pdf`.' },
  } satisfies Record<LinkKind, { description: string }>,
});
