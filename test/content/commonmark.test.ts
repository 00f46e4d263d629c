import { type SpecExample, tests } from 'commonmark-spec';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/content/render.ts';
import { sanitizeTree } from '../../src/content/sanitize.ts';

/** Examples that are rendered otherwise, and why. */
const differing: Readonly<Record<number, string>> = {
  602: 'GitHub links a bare URL, also behind a "<" that opens no autolink',
  606: 'GitHub links a bare mail address, also behind a "<" that opens no autolink',
  608: 'GitHub links a bare URL, also between "< " and " >"',
  611: 'GitHub links a bare URL',
  612: 'GitHub links a bare mail address',
};

const withTabs = (text: string): string => text.replaceAll('→', '\t');

/** HTML as an independent parser reads it, cleaned as every page is. */
const normalised = (html: string): string => toHtml(sanitizeTree(fromHtml(html, { fragment: true }))).trim();

const rendered = ({ markdown }: SpecExample): string =>
  normalised(renderHtml({ markdown: withTabs(markdown), anchors: [], definitions: null }));
const expected = ({ html }: SpecExample): string => normalised(withTabs(html));

describe('CommonMark 0.31.2', () => {
  it('has 652 examples', () => {
    expect(tests.map(({ number }) => number)).toEqual(Array.from({ length: 652 }, (_, index) => index + 1));
  });

  it('is rendered as it asks, but for the examples that are listed with their reason', () => {
    const found = tests.filter((example) => rendered(example) !== expected(example));
    expect(found.map(({ number }) => number)).toEqual(Object.keys(differing).map(Number));
  });

  it('has at most 5 examples that are listed', () => {
    expect(Object.keys(differing).length).toBeLessThanOrEqual(5);
  });
});
