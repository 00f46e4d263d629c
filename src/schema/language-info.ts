import type { LanguageFacts } from '../content/language-facts.ts';
import { builder } from './builder.ts';
import { costsOfList } from './field-cost.ts';
import { loadAll } from './node-loader.ts';
import { PageRef } from './refs.ts';

const LanguageInfoRef = builder.objectRef<LanguageFacts>('LanguageInfo');

LanguageInfoRef.implement({
  description: 'A language of the content, what there is in it and what is missing.',
  fields: (t) => ({
    tag: t.expose('tag', { type: 'Language', description: 'Its tag: `de`, `de-AT`.' }),
    name: t.string({
      description: 'Its name in the language itself: `Deutsch`, `English`.',
      resolve: ({ tag }) => ownName(tag),
    }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether it is the language of look-ups that name none.' }),
    pageCount: t.exposeInt('pageCount', { description: 'Pages in it.' }),
    translated: t.exposeInt('translatedCount', { description: 'Pages in it that other languages have, too.' }),
    missing: t.field({
      type: [PageRef],
      extensions: costsOfList('missing'),
      description:
        'Pages that other languages have and it has not, each in the best language there is for it; by path.',
      resolve: ({ missingIds }, _args, { loader }) => loadAll(loader, 'Page', missingIds),
    }),
  }),
});

builder.queryField('languages', (t) =>
  t.field({
    type: [LanguageInfoRef],
    extensions: costsOfList('languages'),
    description: 'Languages of the pages and those that the site is to have, ordered by tag.',
    resolve: (_query, _args, { reader }) => reader.info.languages,
  }),
);

/** In English where the language's own data is not there, and the tag where it has no name. */
function ownName(tag: string): string {
  // names are of tags without extensions (ECMA-402, 12.5.1)
  const { baseName } = new Intl.Locale(tag);
  return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(baseName) ?? tag;
}
