import type { ExtractedImage, Extractor } from './extraction.ts';

/** Every image that a body shows by Markdown. */
export const extractImages: Extractor<ExtractedImage> = ({ document, tree, definitions }) => {
  const images: ExtractedImage[] = [];
  for (const node of tree.nodesOf('image', 'imageReference')) {
    const url = tree.typeOf(node) === 'image' ? tree.urlOf(node) : (definitions.get(tree.identifierOf(node)) ?? '');
    const line = tree.startLineOf(node) + document.bodyLine - 1;
    if (url !== '') images.push({ url, line, column: tree.startColumnOf(node) });
  }
  return images;
};
