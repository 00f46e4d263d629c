import type { NodeType, NodeTypes } from '../content/nodes.ts';
import { type MaybePromise, mapMaybe } from '../store/maybe-promise.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { loadAll } from './node-loader.ts';

/** The argument of every `translation` field. */
export const translationArguments = builder.args((t) => ({
  language: t.field({ type: 'Language', required: true, description: 'Language of the translation.' }),
}));

/** The resolvers of `translations` and `translation`, which every type has. */
export function translationResolvers<Type extends NodeType>(type: Type) {
  /** The same thing in other languages, ordered by language tag. */
  function all(node: NodeTypes[Type], _args: object, { loader }: Context): MaybePromise<readonly NodeTypes[Type][]> {
    return loadAll(loader, type, node.translationIds);
  }

  /** The thing in a language: the node itself in its own. */
  function inLanguage(
    node: NodeTypes[Type],
    { language }: { readonly language: string },
    context: Context,
  ): MaybePromise<NodeTypes[Type] | null> {
    if (node.language === language) return node;
    return mapMaybe(all(node, {}, context), (nodes) => nodes.find((other) => other.language === language) ?? null);
  }

  return { all, inLanguage };
}
