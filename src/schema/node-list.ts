import { languageChain } from '../content/language-chain.ts';
import type { NodeType, NodeTypes } from '../content/nodes.ts';
import { collationOf } from '../store/collation.ts';
import type { LanguageChain, ListItem, RevisionInfo, WindowQuery } from '../store/contract.ts';
import { type MaybePromise, mapMaybe } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';
import type { Connection } from './connection.ts';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor, type ListKind } from './cursor.ts';
import type { FilterInput } from './filter-input.ts';
import { filterOf } from './filter-of.ts';
import { type OrderInput, orderOf } from './order-input.ts';
import { checkedSize, defaultSize, sizeRange } from './paging.ts';

/** The arguments of every root list of nodes. */
export const listArguments = builder.args((t) => ({
  language: t.field({ type: 'Language', description: 'Only nodes of this language; left out, of every language.' }),
  first: t.int({
    description: `At most so many nodes, from the front: ${sizeRange}. Left out, and \`last\` too, ${defaultSize}.`,
  }),
  after: t.string({ description: 'Only nodes after this cursor.' }),
  last: t.int({ description: `At most so many nodes, from the back: ${sizeRange}.` }),
  before: t.string({ description: 'Only nodes before this cursor.' }),
}));

/** Of lists whose nodes may be given in another language. */
export const fallbackArguments = builder.args((t) => ({
  fallback: t.boolean({
    defaultValue: false,
    description:
      'Whether what is not there in `language` (left out, the default one) is given in the best language there is: its shorter tags (`de-AT`, `de`; RFC 4647), the configured ones, the default language. Each thing once; filter, order, counts and cursors act on what is given.',
  }),
}));

export const filterDescription = 'Only nodes for which this holds.';
export const orderDescription =
  'What the list is ordered by, at most 5 keys, the first before the second; ties are ordered by id. A cursor is good for the order that it comes from.';

interface ListArguments {
  readonly language?: string | null | undefined;
  readonly fallback?: boolean | null | undefined;
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderInput[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Checks the arguments of a root list, and asks the store. */
export function readList<Type extends NodeType>(
  type: Type,
  args: ListArguments,
  { reader, maximumListSize }: Context,
): MaybePromise<Connection<ListItem<NodeTypes[Type]>>> {
  const languages = languagesOf(args, reader.info);
  const order = orderOf(args.orderBy);
  const collation = order.length === 0 ? '' : collationOf(languages, reader.info.defaultLanguage);
  const kind = { type, order, collation };
  const window = windowOf(args, kind, maximumListSize);
  const list = reader.list(type, { languages, filter: filterOf(args.filter), order, window });
  return mapMaybe(list, (window) => ({ ...window, cursorOf: ({ position }) => encodeCursor(kind, position()) }));
}

function languagesOf({ language, fallback }: ListArguments, info: RevisionInfo): LanguageChain | null {
  if (fallback === true) return languageChain(language ?? info.defaultLanguage, info);
  return language == null ? null : [language];
}

function windowOf({ first, after, last, before }: ListArguments, kind: ListKind, maximum: number): WindowQuery {
  const isOpen = first == null && last == null;
  return {
    first: isOpen ? Math.min(defaultSize, maximum) : checkedSize('first', first, maximum),
    last: checkedSize('last', last, maximum),
    after: after == null ? null : decodeCursor(kind, 'after', after),
    before: before == null ? null : decodeCursor(kind, 'before', before),
  };
}
