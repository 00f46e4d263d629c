import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../src/content/build-snapshot.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { apiOfStore } from '../support/api.ts';
import { closeBrowser, hasBrowser, openPage } from '../support/browser.ts';

afterAll(closeBrowser);

const content = fileURLToPath(new URL('../../content', import.meta.url));
const api = apiOfStore(createMemoryStore(buildSnapshot(content)));

/** A page of the project's own content, shown as a site would show it. */
async function show(slug: string) {
  const { data } = await api.query<{ page: { html: string } }>(
    'query ($slug: String!) { page(slug: $slug, language: "de") { html } }',
    { slug },
  );
  const page = await openPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><body>${data?.page.html}`);
  return page;
}

describe.skipIf(!hasBrowser)('a reader sees', () => {
  test('a table as rows of cells side by side', async () => {
    const page = await show('standards');
    const tops = await page.$$eval('table tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().top))),
    );
    expect(tops.length).toBeGreaterThan(2);
    expect(tops.every((row) => row.length > 1 && new Set(row).size === 1)).toBe(true);
    expect(new Set(tops.map(([top]) => top)).size).toBe(tops.length);
  });

  test('a block quote set off from the text', async () => {
    const page = await show('digital-sovereignty');
    const left = (selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().left);
    expect(await left('blockquote p')).toBeGreaterThan(await left('body > p'));
  });

  test('a line break where the author broke the line', async () => {
    const page = await show('contact');
    const brokenLines = await page.$$eval('br', (breaks) =>
      breaks.map((element) => {
        const before = document.createRange();
        const after = document.createRange();
        if (element.previousSibling) before.selectNodeContents(element.previousSibling);
        if (element.nextSibling) after.selectNodeContents(element.nextSibling);
        return after.getBoundingClientRect().top > before.getBoundingClientRect().top;
      }),
    );
    expect(brokenLines.length).toBeGreaterThan(0);
    expect(brokenLines).not.toContain(false);
  });

  test('a nested list further in than the list around it', async () => {
    const page = await show('about');
    const [outer, inner] = await page.$eval('li li', (item) => {
      const around = item.parentElement?.closest('li');
      return [around?.getBoundingClientRect().left ?? 0, item.getBoundingClientRect().left];
    });
    expect(inner).toBeGreaterThan(outer ?? 0);
  });

  test('the heading that an address with an anchor names', async () => {
    const page = await show('network');
    const top = await page.evaluate(() => {
      document.body.style.paddingBottom = '2000px';
      location.hash = encodeURIComponent('weiterführende-links');
      return document.getElementById('weiterführende-links')?.getBoundingClientRect().top;
    });
    expect(top).toBeCloseTo(0, 0);
  });

  test('no picture of raw Markdown: no marker is left in the text', async () => {
    const slugs = ['about', 'contact', 'digital-sovereignty', 'events', 'network', 'standards'];
    const texts = await Promise.all(slugs.map(async (slug) => (await show(slug)).textContent('body')));
    expect(texts.filter((text) => /\*\*|^#{1,6} |\]\(|^- |\|---|<br/m.test(text ?? ''))).toEqual([]);
  });
});
