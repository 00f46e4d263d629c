import { mapMaybe } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';
import { connectionRef, listArguments, readList } from './connection.ts';
import { badUserInput } from './errors.ts';
import { countWords, excerptOf } from './excerpt.ts';
import { HeadingRef } from './heading.ts';
import { LinkKindRef } from './link.ts';
import { NodeRef } from './node.ts';
import { loadAll } from './node-loader.ts';
import { GoalRef, LinkRef, PageRef, PartnerRef } from './refs.ts';
import { SectionRef } from './section.ts';
import { SourceRef } from './source.ts';
import { translationOf } from './translation.ts';

/** Characters of an excerpt. */
const defaultExcerpt = 200;
const maximumExcerpt = 10_000;

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
      description: 'The body as HTML: sanitised by an allow-list, with an id on every heading.',
      resolve: (page, _args, { renderer }) => renderer.pageHtml(page),
    }),
    markdown: t.exposeString('body', { description: 'The body as it was written, without the frontmatter.' }),
    text: t.string({
      description: 'The body as plain text, as a browser would copy it: blocks stand on lines of their own.',
      resolve: (page, _args, { renderer }) => renderer.pageText(page),
    }),
    excerpt: t.string({
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
      description: 'Words of the plain text.',
      resolve: (page, _args, { renderer }) => countWords(renderer.pageText(page)),
    }),
    headings: t.field({
      type: [HeadingRef],
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
      description: 'A section for each heading at the top level of the body; a section holds its sub-sections.',
      resolve: (page) => page.sections.map((section) => ({ page, section })),
    }),
    section: t.field({
      type: SectionRef,
      nullable: true,
      description: 'The section with this anchor, `null` where there is none.',
      args: { anchor: t.arg.string({ required: true, description: "The heading's id, without `#`." }) },
      resolve: (page, { anchor }) => {
        const wanted = anchor.normalize('NFC');
        const section = page.sections.find((candidate) => candidate.anchor === wanted);
        return section === undefined ? null : { page, section };
      },
    }),
    partners: t.field({
      type: [PartnerRef],
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
      description: 'Goals that the page lists, in its order.',
      resolve: ({ goals }, _args, { loader }) =>
        loadAll(
          loader,
          'Goal',
          goals.map(({ id }) => id),
        ),
    }),
    links: t.field({
      type: [LinkRef],
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
      description: 'The same page in other languages, ordered by language tag.',
      resolve: ({ translationIds }, _args, { loader }) => loadAll(loader, 'Page', translationIds),
    }),
    translation: t.field({
      type: PageRef,
      nullable: true,
      description: 'The same page in this language, `null` where there is none; in its own language the page itself.',
      args: { language: t.arg({ type: 'Language', required: true, description: 'Language of the translation.' }) },
      resolve: (page, { language }, { loader }) =>
        translationOf(page, language, loadAll(loader, 'Page', page.translationIds)),
    }),
    source: t.expose('source', { type: SourceRef, description: 'The file that the page is read from.' }),
  }),
});

const PageConnectionRef = connectionRef('Page', PageRef);

builder.queryFields((t) => ({
  page: t.field({
    type: PageRef,
    nullable: true,
    description: 'The page with this slug, `null` where there is none. Of several the first by path.',
    args: {
      slug: t.arg.string({ required: true, description: 'Slug of the page.' }),
      language: t.arg({ type: 'Language', description: 'Language of the page; left out, the default language.' }),
    },
    resolve: (_query, { slug, language }, { reader }) =>
      reader.pageBySlug(slug, [language ?? reader.info.defaultLanguage]),
  }),
  pages: t.field({
    type: PageConnectionRef,
    description: 'Pages, ordered by path and language.',
    args: listArguments,
    resolve: (_query, args, context) => readList('Page', args, context),
  }),
}));
