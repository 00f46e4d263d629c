import { builder } from './builder.ts';
import { connectionRef } from './connection.ts';
import { costs, costsOfList, ownCosts } from './field-cost.ts';
import { GoalFilterRef } from './filter-input.ts';
import { NodeRef } from './node.ts';
import { fallbackArguments, filterDescription, listArguments, readList } from './node-list.ts';
import { loadOne } from './node-loader.ts';
import { GoalRef, PageRef } from './refs.ts';
import { SourceRef } from './source.ts';
import { translationArguments, translationResolvers } from './translation.ts';

const translations = translationResolvers('Goal');

GoalRef.implement({
  interfaces: [NodeRef],
  description: 'A goal that a page lists below a heading such as "Goals of the forum", in one language.',
  fields: (t) => ({
    language: t.expose('language', { type: 'Language', description: 'Language of the text.' }),
    text: t.exposeString('text', { description: 'Its words, without markup and without lists nested in it.' }),
    html: t.string({
      extensions: costs({ own: ownCosts.partRendered }),
      description: 'The list item, sub-heading or cell as sanitised HTML.',
      resolve: (goal, _args, { renderer }) => renderer.goalHtml(goal),
    }),
    position: t.exposeInt('position', { description: 'Its place among the goals of its page, from 1.' }),
    page: t.field({
      type: PageRef,
      description: 'The page that lists it.',
      resolve: ({ pageId }, _args, { loader }) => loadOne(loader, 'Page', pageId),
    }),
    translations: t.field({
      type: [GoalRef],
      extensions: costsOfList('translations'),
      description: "The goals in the same place on the page's translations, ordered by language tag.",
      resolve: translations.all,
    }),
    translation: t.field({
      type: GoalRef,
      nullable: true,
      description: 'The same goal in this language, `null` where there is none; in its own language the goal itself.',
      args: translationArguments,
      resolve: translations.inLanguage,
    }),
    source: t.expose('source', { type: SourceRef, description: 'The list item that it is.' }),
  }),
});

const GoalConnectionRef = connectionRef('Goal', GoalRef);

builder.queryFields((t) => ({
  goals: t.field({
    type: GoalConnectionRef,
    extensions: costs({ times: 'window', filter: 'filter' }),
    description: 'Goals, in the order in which the pages list them.',
    args: {
      ...listArguments,
      ...fallbackArguments,
      filter: t.arg({ type: GoalFilterRef, description: filterDescription }),
    },
    resolve: (_query, args, context) => readList('Goal', args, context),
  }),
}));
