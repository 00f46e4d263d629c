import { normalized } from '../content/normalized.ts';
import { mapMaybe } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';
import { connectionRef } from './connection.ts';
import { DiagnosticRef } from './diagnostic.ts';
import { badUserInput } from './errors.ts';
import { countWords, excerptOf } from './excerpt.ts';
import { costs, costsOfList, ownCosts } from './field-cost.ts';
import { PageFilterRef } from './filter-input.ts';
import { HeadingRef } from './heading.ts';
import { LinkKindRef } from './link-kind.ts';
import { chainOf, languageArguments, pageByPath } from './look-up.ts';
import { NodeRef } from './node.ts';
import { fallbackArguments, filterDescription, listArguments, orderDescription, readList } from './node-list.ts';
import { loadAll } from './node-loader.ts';
import { PageOrderRef } from './order-input.ts';
import { GoalRef, LinkRef, PageRef, PartnerRef } from './refs.ts';
import { SectionRef } from './section.ts';
import { SourceRef } from './source.ts';
import { translationArguments, translationResolvers } from './translation.ts';

/** Characters of an excerpt. */
const defaultExcerpt = 200;
const maximumExcerpt = 10_000;

const translations = translationResolvers('Page');

PageRef.implement({
  interfaces: [NodeRef],
  description: 'A Markdown document of the content, in one language.',
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its name in URLs: `slug` of the frontmatter, otherwise the file name without ending and language.',
    }),
    language: t.expose('language', {
      type: 'Language',
      description:
        'Language of the text: `language` or `locale` of the frontmatter, otherwise the first folder or the file-name suffix, otherwise the default language.',
    }),
    title: t.exposeString('title', {
      description: '`title` of the frontmatter, otherwise the first heading, otherwise made from the slug.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: '`description` of the frontmatter, or the one below `meta` there.',
    }),
    collection: t.exposeString('collection', {
      description: 'The folder below the language, such as `announcements`; empty at the top.',
    }),
    template: t.exposeString('template', { nullable: true, description: '`template` of the frontmatter.' }),
    date: t.expose('date', { type: 'Date', nullable: true, description: '`date` of the frontmatter, as a day.' }),
    path: t.exposeString('path', {
      description: "The page's own path on a site, without the language: `/network`, `/announcements/release9`.",
    }),
    frontmatter: t.expose('frontmatter', { type: 'JSON', description: 'Everything in the frontmatter, as JSON.' }),
    html: t.string({
      extensions: costs({ own: ownCosts.pageRendered }),
      description: 'The body as HTML: sanitised by an allow-list, with an id on every heading.',
      resolve: (page, _args, { renderer }) => renderer.pageHtml(page),
    }),
    markdown: t.exposeString('body', {
      extensions: costs({ own: ownCosts.longText }),
      description: 'The body as it was written, without the frontmatter.',
    }),
    text: t.string({
      extensions: costs({ own: ownCosts.textMade }),
      description: 'The body as plain text, as a browser would copy it: blocks stand on lines of their own.',
      resolve: (page, _args, { renderer }) => renderer.pageText(page),
    }),
    excerpt: t.string({
      extensions: costs({ own: ownCosts.textMade }),
      description: 'The beginning of the prose, without headings, tables and code, cut between words.',
      args: {
        length: t.arg.int({
          defaultValue: defaultExcerpt,
          description: `Characters at the most, 1 to ${maximumExcerpt}.`,
        }),
      },
      resolve: (page, args, { renderer }) => {
        const length = args.length ?? defaultExcerpt;
        if (length >= 1 && length <= maximumExcerpt) return excerptOf(renderer.pageProse(page), length);
        throw badUserInput(`Expected "length" to be from 1 to ${maximumExcerpt}, but got: ${length}.`);
      },
    }),
    wordCount: t.int({
      extensions: costs({ own: ownCosts.textMade }),
      description: 'Words of the plain text.',
      resolve: (page, _args, { renderer }) => countWords(renderer.pageText(page)),
    }),
    headings: t.field({
      type: [HeadingRef],
      extensions: costsOfList('headings'),
      description: 'The headings of the body, in its order: a table of contents.',
      args: {
        maxLevel: t.arg.int({ defaultValue: 6, description: 'Only headings of this level or higher, 1 to 6.' }),
      },
      resolve: ({ headings }, args) => {
        const maxLevel = args.maxLevel ?? 6;
        if (maxLevel >= 1 && maxLevel <= 6) return headings.filter(({ level }) => level <= maxLevel);
        throw badUserInput(`Expected "maxLevel" to be from 1 to 6, but got: ${maxLevel}.`);
      },
    }),
    sections: t.field({
      type: [SectionRef],
      extensions: costsOfList('sections'),
      description: 'A section for each heading at the top level of the body; a section holds its sub-sections.',
      resolve: (page) => page.sections.map((section) => ({ page, section })),
    }),
    section: t.field({
      type: SectionRef,
      nullable: true,
      description: 'The section with this anchor, `null` where there is none.',
      args: { anchor: t.arg.string({ required: true, description: "The heading's id, without `#`." }) },
      resolve: (page, { anchor }) => {
        const wanted = normalized(anchor);
        const section = page.sections.find((candidate) => candidate.anchor === wanted);
        return section === undefined ? null : { page, section };
      },
    }),
    partners: t.field({
      type: [PartnerRef],
      extensions: costsOfList('partners'),
      description: 'Partners that the page lists, in its order.',
      resolve: ({ partners }, _args, { loader }) =>
        loadAll(
          loader,
          'Partner',
          partners.map(({ id }) => id),
        ),
    }),
    goals: t.field({
      type: [GoalRef],
      extensions: costsOfList('goals'),
      description: 'Goals that the page lists, in its order.',
      resolve: ({ goals }, _args, { loader }) =>
        loadAll(
          loader,
          'Goal',
          goals.map(({ id }) => id),
        ),
    }),
    backlinks: t.field({
      type: [LinkRef],
      extensions: costsOfList('backlinks'),
      description: 'Links on other pages, of any language, that lead to this one, ordered by the path of their page.',
      resolve: ({ backlinkIds }, _args, { loader }) => loadAll(loader, 'Link', backlinkIds),
    }),
    links: t.field({
      type: [LinkRef],
      extensions: costsOfList('links'),
      description: 'Every link in the body, in its order.',
      args: { kind: t.arg({ type: LinkKindRef, description: 'Only links of this kind.' }) },
      resolve: ({ links }, { kind }, { loader }) =>
        mapMaybe(
          loadAll(
            loader,
            'Link',
            links.map(({ id }) => id),
          ),
          (found) => (kind == null ? found : found.filter((link) => link.kind === kind)),
        ),
    }),
    translations: t.field({
      type: [PageRef],
      extensions: costsOfList('translations'),
      description: 'The same page in other languages, ordered by language tag.',
      resolve: translations.all,
    }),
    translation: t.field({
      type: PageRef,
      nullable: true,
      description: 'The same page in this language, `null` where there is none; in its own language the page itself.',
      args: translationArguments,
      resolve: translations.inLanguage,
    }),
    diagnostics: t.field({
      type: [DiagnosticRef],
      extensions: costsOfList('diagnostics'),
      description: 'What is wrong with its file, by line and column.',
      resolve: ({ source: { path } }, _args, { reader }) =>
        mapMaybe(
          reader.diagnostics({ severity: null, code: null, path, first: null, after: null }),
          ({ items }) => items,
        ),
    }),
    source: t.expose('source', { type: SourceRef, description: 'The file that the page is read from.' }),
  }),
});

const PageConnectionRef = connectionRef('Page', PageRef);

builder.queryFields((t) => ({
  page: t.field({
    type: PageRef,
    nullable: true,
    description:
      'The page with this slug, in the best language there is; `null` where there is none. Of several the first by path.',
    args: {
      slug: t.arg.string({
        required: true,
        description: 'Slug of the page, in the wanted language or one it falls back to.',
      }),
      ...languageArguments,
    },
    resolve: (_query, { slug, ...languages }, { reader }) => reader.pageBySlug(slug, chainOf(reader, languages)),
  }),
  pageByPath: t.field({
    type: PageRef,
    nullable: true,
    description:
      'The page that a link or menu entry such as `/news`, `/de/standards/` or `/news#press` leads to, in the best language there is; `null` where there is none.',
    args: {
      path: t.arg.string({
        required: true,
        description:
          'Path on the site. It may begin with a language, which then counts before `language`, end with a slash, and have a query and an anchor.',
      }),
      ...languageArguments,
    },
    resolve: (_query, { path, ...languages }, { reader }) => pageByPath(reader, path, languages),
  }),
  pages: t.field({
    type: PageConnectionRef,
    extensions: costs({ times: 'window', filter: 'filter' }),
    description: 'Pages, ordered by path and language unless `orderBy` says otherwise.',
    args: {
      ...listArguments,
      ...fallbackArguments,
      filter: t.arg({ type: PageFilterRef, description: filterDescription }),
      orderBy: t.arg({ type: [PageOrderRef], description: orderDescription }),
    },
    resolve: (_query, args, context) => readList('Page', args, context),
  }),
}));
