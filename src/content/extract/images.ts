import type { Nodes } from 'mdast';
import { isParent, spanOf } from '../mdast-node.ts';
import type { ExtractedImage, Extractor } from './extraction.ts';

/** Every image that a body shows by Markdown. */
export const extractImages: Extractor<ExtractedImage> = ({ document, tree, definitions }) => {
  const images: ExtractedImage[] = [];
  function visit(node: Nodes): void {
    if (node.type === 'image') add(node, node.url);
    else if (node.type === 'imageReference') add(node, definitions.get(node.identifier) ?? '');
    if (isParent(node)) node.children.forEach(visit);
  }
  function add(node: Nodes, url: string): void {
    const { startLine, startColumn } = spanOf(node);
    if (url !== '') images.push({ url, line: startLine + document.bodyLine - 1, column: startColumn });
  }
  visit(tree);
  return images;
};
