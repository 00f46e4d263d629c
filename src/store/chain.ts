import type { ContentNode, NodeType, NodeTypes } from '../content/nodes.ts';
import type { Snapshot } from '../content/snapshot.ts';
import type { LanguageChain } from './contract.ts';

/**
 * The node that is found in the first of the languages in which one is, in the first of the languages that it is
 * translated to.
 */
export function lookUp<Type extends NodeType>(
  snapshot: Snapshot,
  type: Type,
  languages: LanguageChain,
  find: (language: string) => ContentNode | undefined,
): NodeTypes[Type] | null {
  for (const language of languages) {
    const found = find(language);
    if (found === undefined) continue;
    const nodes = [found, ...found.translationIds.map((id) => snapshot.nodes.get(id))];
    return firstOf(
      nodes.filter((node): node is NodeTypes[Type] => node?.type === type),
      languages,
    );
  }
  return null;
}

function firstOf<Node extends ContentNode>(nodes: readonly Node[], languages: LanguageChain): Node | null {
  for (const language of languages) {
    const found = nodes.find((node) => node.language === language);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * The nodes of a type that are in one of the languages while no translation is in an earlier one, in their default order;
 * all of them for `null`.
 */
export function nodesOfChain<Type extends NodeType>(
  snapshot: Snapshot,
  type: Type,
  languages: LanguageChain | null,
): readonly NodeTypes[Type][] {
  const { all, byLanguage } = snapshot.indexes[type];
  if (languages === null) return all;
  const [only = '', ...others] = languages;
  if (others.length === 0) return byLanguage.get(only) ?? [];
  const ranks = new Map(languages.map((language, rank) => [language, rank]));
  const rankOf = (node: ContentNode | undefined) => ranks.get(node?.language ?? '') ?? languages.length;
  const isBest = (node: ContentNode) =>
    ranks.has(node.language) && node.translationIds.every((id) => rankOf(snapshot.nodes.get(id)) > rankOf(node));
  return all.filter(isBest);
}
