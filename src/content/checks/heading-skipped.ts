import type { Heading } from 'mdast';
import { inlineText, spanOf } from '../mdast-node.ts';
import type { DocumentCheck } from './check.ts';

/**
 * A heading more than one level below the heading before it: readers who hear a page look for what is missing between.
 * The first one may have any level, because the page's title often stands elsewhere. Only headings of the top level make
 * the page's outline; those in block quotes and list items are part of what is quoted or listed.
 */
export const headingSkipped: DocumentCheck = {
  code: 'heading-skipped',
  run({ document, tree }, report) {
    let before: Heading | null = null;
    for (const block of tree.children) {
      // raw HTML can hold headings, too: what follows them is not judged
      if (block.type === 'html' && /<h[1-6][\s>]/i.test(block.value)) before = null;
      if (block.type !== 'heading') continue;
      if (before !== null && block.depth > before.depth + 1) {
        const { startLine, startColumn } = spanOf(block);
        report({
          path: document.path,
          message: `expected a heading of at most level ${before.depth + 1} after ${nameOf(before)}, but found ${nameOf(block)}`,
          hint: `Write it with "${'#'.repeat(before.depth + 1)}", or add the heading that is missing between.`,
          at: { line: startLine + document.bodyLine - 1, column: startColumn },
        });
      }
      before = block;
    }
  },
};

/** `"Our partners" (level 2)` */
const nameOf = (heading: Heading): string => `"${inlineText(heading)}" (level ${heading.depth})`;
