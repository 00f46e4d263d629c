import type { NodeId, SyntaxTree } from '../syntax-tree.ts';

/** URLs of the link definitions by identifier; the first of a label holds (CommonMark 0.31.2, section 4.7). */
export function definitionsOf(tree: SyntaxTree): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const node of tree.nodesOf('definition')) {
    const identifier = tree.identifierOf(node);
    if (!definitions.has(identifier)) definitions.set(identifier, tree.urlOf(node));
  }
  return definitions;
}

/** Of a link or a reference; `null` for one that no definition has. */
export function linkUrl(tree: SyntaxTree, link: NodeId, definitions: ReadonlyMap<string, string>): string | null {
  return tree.typeOf(link) === 'link' ? tree.urlOf(link) : (definitions.get(tree.identifierOf(link)) ?? null);
}
