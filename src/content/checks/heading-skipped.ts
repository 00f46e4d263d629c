import { inlineText } from '../inline-text.ts';
import { type NodeId, rootNode, type SyntaxTree } from '../syntax-tree.ts';
import type { DocumentCheck } from './check.ts';

/**
 * A heading more than one level below the heading before it: readers who hear a page look for what is missing between.
 * The first one may have any level, because the page's title often stands elsewhere. Only headings of the top level make
 * the page's outline; those in block quotes and list items are part of what is quoted or listed.
 */
export const headingSkipped: DocumentCheck = {
  code: 'heading-skipped',
  run({ document, tree }, report) {
    let before: NodeId | null = null;
    for (const block of tree.childrenOf(rootNode)) {
      const type = tree.typeOf(block);
      // raw HTML can hold headings, too: what follows them is not judged
      if (type === 'html' && /<h[1-6][\s>]/i.test(tree.valueOf(block))) before = null;
      if (type !== 'heading') continue;
      const level = before === null ? 6 : tree.levelOf(before) + 1;
      if (before !== null && tree.levelOf(block) > level) {
        report({
          path: document.path,
          message: `expected a heading of at most level ${level} after ${nameOf(tree, before)}, but found ${nameOf(tree, block)}`,
          hint: `Write it with "${'#'.repeat(level)}", or add the heading that is missing between.`,
          at: { line: tree.startLineOf(block) + document.bodyLine - 1, column: tree.startColumnOf(block) },
        });
      }
      before = block;
    }
  },
};

/** `"Our partners" (level 2)` */
const nameOf = (tree: SyntaxTree, heading: NodeId): string =>
  `"${inlineText(tree, heading)}" (level ${tree.levelOf(heading)})`;
