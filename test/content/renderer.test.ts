import { expect, test } from 'vitest';
import type { PageNode } from '../../src/content/nodes.ts';
import { createRenderer } from '../../src/content/renderer.ts';
import { snapshotOf } from '../support/content.ts';

/** A page that counts how often its body is read, which only rendering does. */
function countingPage(body: string): { readonly page: PageNode; readonly reads: () => number } {
  const [page] = snapshotOf({ 'en/page.md': body }).indexes.Page.all;
  if (page === undefined) throw new Error('expected a page');
  let reads = 0;
  const counting = {
    ...page,
    get body() {
      reads++;
      return page.body;
    },
  };
  return { page: counting, reads: () => reads };
}

test('what was rendered is remembered', () => {
  const renderer = createRenderer();
  const { page, reads } = countingPage('Some *text*.\n');
  const first = renderer.pageHtml(page);
  const readsOfFirst = reads();
  expect(renderer.pageHtml(page)).toBe(first);
  expect([first, reads()]).toEqual(['<p>Some <em>text</em>.</p>\n', readsOfFirst]);
});

test('what does not fit into the bound is rendered again', () => {
  const renderer = createRenderer(4 * 1024);
  const { page, reads } = countingPage(`${'word '.repeat(1000)}\n`);
  renderer.pageHtml(page);
  const readsOfFirst = reads();
  renderer.pageHtml(page);
  expect(reads()).toBe(2 * readsOfFirst);
});
