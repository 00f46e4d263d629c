import type { NodeType } from '../content/nodes.ts';
import { type FieldName, fieldOf } from '../store/list-fields.ts';
import { builder } from './builder.ts';
import { conditionRefs } from './filter-conditions.ts';

/** A filter as a client writes it. Beside these it holds conditions by field, which GraphQL has checked. */
export interface FilterInput {
  and?: FilterInput[] | null | undefined;
  or?: FilterInput[] | null | undefined;
  not?: FilterInput | null | undefined;
}

/** Declares the filter of a type's lists. */
function filterRef<Type extends NodeType>(type: Type, descriptions: Readonly<Record<FieldName<Type>, string>>) {
  const ref = builder.inputRef<FilterInput>(`${type}Filter`);
  ref.implement({
    description: `Which nodes of type ${type} are wanted. Everything in it must hold; what is \`null\` counts as left out.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries<string>(descriptions).map(([field, description]) => [
          field,
          t.field({ type: conditionRefs[fieldOf(type, field).kind], description }),
        ]),
      ),
      and: t.field({ type: [ref], description: 'All of these hold; so does an empty list.' }),
      or: t.field({ type: [ref], description: 'One of these holds, or more; an empty list does not.' }),
      not: t.field({ type: ref, description: 'This does not hold.' }),
    }),
  });
  return ref;
}

export const PageFilterRef = filterRef('Page', {
  language: 'By the language tag: `de`, `de-AT`.',
  slug: 'By the slug.',
  title: 'By the title.',
  description: 'By the description.',
  collection: 'By the collection: `announcements`, empty at the top.',
  template: 'By the template.',
  path: "By the page's path on a site: `/announcements/release9`.",
  date: 'By the date.',
});

export const PartnerFilterRef = filterRef('Partner', {
  language: 'By the language tag: `de`, `de-AT`.',
  slug: 'By the slug.',
  name: 'By the name.',
  url: 'By the address of the web site, as the content writes it.',
  description: 'By the description.',
});

export const GoalFilterRef = filterRef('Goal', {
  language: 'By the language tag: `de`, `de-AT`.',
  text: 'By the words.',
  position: 'By the place among the goals of its page, from 1.',
});

export const LinkFilterRef = filterRef('Link', {
  language: 'By the language tag: `de`, `de-AT`.',
  text: 'By the words.',
  url: 'By where it leads, as written.',
  host: 'By the host, which only EXTERNAL links have.',
  kind: 'By what it leads to.',
  broken: 'By whether it leads nowhere.',
});
