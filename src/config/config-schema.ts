import { z } from 'zod';
import { checksSchema } from './check-schema.ts';
import { expecting } from './expecting.ts';
import { languageFields } from './language-schema.ts';
import { partnersSchema } from './partner-schema.ts';
import { responsesSchema } from './response-schema.ts';
import { rulesSchema } from './rule-schema.ts';
import { serverFields } from './server-schema.ts';
import { collectionName, nonEmptyText, route, siteOrigin, textThat } from './value-schemas.ts';

const collection = z.strictObject(
  {
    url: textThat('a path with ":slug" once and no other ":name" such as "/blog/:slug"', isUrlPattern).meta({
      description: 'Path of its pages on the site, without the language: begins with `/`, has `:slug` once.',
      examples: ['/blog/:slug'],
    }),
  },
  expecting('a mapping with url'),
);

/** Everything that a configuration file can say; the texts are those of the reference and of what `init` writes. */
export const configSchema = z.strictObject(
  {
    content: nonEmptyText('a folder such as "content"')
      .optional()
      .meta({
        title: 'folder',
        description:
          'Folder with the Markdown, relative to this file. A folder on the command line counts before it, but for the folder of this file.',
        default: 'content',
        examples: ['docs'],
      }),
    assets: nonEmptyText('a folder such as "public"')
      .optional()
      .meta({
        title: 'folder',
        description:
          'Folder that the site serves beside its pages, relative to this file: links to files are looked up in it. They are not checked when left out.',
        examples: ['public'],
      }),
    site: z
      .union(
        [siteOrigin, z.array(siteOrigin, expecting('a list of addresses')).min(1, expecting('at least one address'))],
        expecting('scheme and host of a site such as "https://example.org", or a list of them'),
      )
      .optional()
      .meta({
        description: 'Scheme and host of the site, or several: links to them are links to its own pages.',
        examples: ['https://example.org'],
      }),
    ...languageFields,
    collections: z
      .record(
        collectionName('a folder below the language such as "announcements" or "docs/guides"'),
        collection,
        expecting('a mapping of folders to their url'),
      )
      .optional()
      .meta({
        description:
          'Where the pages of a folder stand on the site, by folder below the language. The path of the folder when left out.',
        default: {},
        examples: [{ announcements: { url: '/blog/:slug' } }],
      }),
    routes: z
      .array(route, expecting('a list of paths'))
      .optional()
      .meta({
        description:
          'Paths that the site makes without a document, `*` at the end for anything: links to them are not broken.',
        default: [],
        examples: [['/search', '/tags/*']],
      }),
    partners: partnersSchema.optional().meta({
      description: 'Where partners are found besides in lists, and what else they are called.',
      examples: [{ folder: 'members', aliases: { 'OSISM GmbH': ['OSISM'] } }],
    }),
    rules: rulesSchema.optional().meta({
      description:
        'Rules by which partners and goals are read out of pages, before the built-in ones; `item` is `linked-item`, `item`, `sub-heading` or `table-row`.',
      default: [],
      examples: [
        [
          {
            name: 'supporters',
            type: 'Partner',
            pages: ['network'],
            headings: { de: ['Unterstützer'], en: ['Supporters'] },
            item: 'linked-item',
            expected: 17,
          },
        ],
      ],
    }),
    builtInRules: z
      .boolean(expecting('true or false'))
      .optional()
      .meta({
        description: 'Whether the built-in rules `partner-list` and `goal-list` hold, too.',
        default: true,
        examples: [false],
      }),
    checks: checksSchema.optional().meta({
      description:
        'How much a problem matters, by the code that `foliograph check` prints: `off`, `info`, `warning` or `error`. That a document is not served is always an error.',
      default: {},
      examples: [{ 'heading-skipped': 'off', 'translation-missing': 'info' }],
    }),
    responses: responsesSchema.optional().meta({
      description: 'How answers of the server are kept, by itself and by others.',
      examples: [{ cacheControl: 'public, max-age=60', cacheMegabytes: 256 }],
    }),
    ...serverFields,
    $schema: z
      .string(expecting('the path of a JSON Schema'))
      .optional()
      .meta({
        description: 'Path of the JSON Schema, for editors; not read.',
        examples: ['./node_modules/foliograph/config.schema.json'],
      }),
  },
  expecting('a mapping of keys to values'),
);

/** What a configuration file holds. */
export type Config = z.input<typeof configSchema>;

function isUrlPattern(text: string): boolean {
  const names = text.match(/:[\p{L}\p{N}_]+/gu) ?? [];
  return /^\/[^\s?#]*$/.test(text) && names.length === 1 && names[0] === ':slug';
}
