import { builder } from './builder.ts';
import { connectionRef } from './connection.ts';
import { costs, costsOfList } from './field-cost.ts';
import { PartnerFilterRef } from './filter-input.ts';
import { chainOf, languageArguments } from './look-up.ts';
import { MentionRef } from './mention.ts';
import { NodeRef } from './node.ts';
import { fallbackArguments, filterDescription, listArguments, orderDescription, readList } from './node-list.ts';
import { loadAll } from './node-loader.ts';
import { PartnerOrderRef } from './order-input.ts';
import { PageRef, PartnerRef } from './refs.ts';
import { SourceRef } from './source.ts';
import { translationArguments, translationResolvers } from './translation.ts';

const translations = translationResolvers('Partner');

PartnerRef.implement({
  interfaces: [NodeRef],
  description:
    'A partner of the network, in one language: one node, however many pages list it. Names that differ only in case, punctuation or legal form are one partner, and so are those that lead to the same host.',
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: '`slug` of its own file, otherwise its name as GitHub slugs a heading: `osism-gmbh`.',
    }),
    language: t.expose('language', {
      type: 'Language',
      description: 'Language of the pages that list it, or of its own file.',
    }),
    name: t.exposeString('name', { description: 'Its name as the content writes it.' }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Its web site.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: '`description` of its own file, otherwise what its list item says beside the name.',
    }),
    frontmatter: t.expose('frontmatter', {
      type: 'JSON',
      nullable: true,
      description: 'Everything in the frontmatter of its own file, where it has one in this language.',
    }),
    pages: t.field({
      type: [PageRef],
      extensions: costsOfList('pages'),
      description: 'Pages of this language that list or mention it, ordered by path.',
      resolve: ({ pageIds }, _args, { loader }) => loadAll(loader, 'Page', pageIds),
    }),
    mentions: t.field({
      type: [MentionRef],
      extensions: costsOfList('mentions'),
      description:
        'Every place on pages of this language that links to it or names it: its name with or without legal form, or an alias, as whole words. Ordered by page and place.',
      resolve: ({ mentions }) => mentions,
    }),
    translations: t.field({
      type: [PartnerRef],
      extensions: costsOfList('translations'),
      description: 'The same partner in other languages, ordered by language tag.',
      resolve: translations.all,
    }),
    translation: t.field({
      type: PartnerRef,
      nullable: true,
      description: 'The same partner in this language, `null` where it is not listed; in its own the partner itself.',
      args: translationArguments,
      resolve: translations.inLanguage,
    }),
    source: t.expose('source', {
      type: SourceRef,
      description: 'Its own file, otherwise the first list item that names it.',
    }),
  }),
});

const PartnerConnectionRef = connectionRef('Partner', PartnerRef);

builder.queryFields((t) => ({
  partner: t.field({
    type: PartnerRef,
    nullable: true,
    description: 'The partner with this slug, in the best language there is; `null` where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Slug of the partner.' }), ...languageArguments },
    resolve: (_query, { slug, ...languages }, { reader }) => reader.partnerBySlug(slug, chainOf(reader, languages)),
  }),
  partners: t.field({
    type: PartnerConnectionRef,
    extensions: costs({ times: 'window', filter: 'filter' }),
    description: 'Partners, in the order in which the pages list them unless `orderBy` says otherwise.',
    args: {
      ...listArguments,
      ...fallbackArguments,
      filter: t.arg({ type: PartnerFilterRef, description: filterDescription }),
      orderBy: t.arg({ type: [PartnerOrderRef], description: orderDescription }),
    },
    resolve: (_query, args, context) => readList('Partner', args, context),
  }),
}));
