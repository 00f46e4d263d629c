import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { isParent } from '../mdast-node.ts';

/** URLs of the link definitions by identifier; the first of a label holds (CommonMark 0.31.2, section 4.7). */
export function definitionsOf(tree: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  function visit(node: Nodes): void {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    if (isParent(node)) node.children.forEach(visit);
  }
  visit(tree);
  return definitions;
}

export function urlOf(link: Link | LinkReference, definitions: ReadonlyMap<string, string>): string | null {
  return link.type === 'link' ? link.url : (definitions.get(link.identifier) ?? null);
}
