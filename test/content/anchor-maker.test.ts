import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { createAnchorMaker } from '../../src/content/anchor-maker.ts';

test('anchors of a page are those that GitHub makes of its headings', () => {
  const ascii = Array.from({ length: 95 }, (_, code) => `A${String.fromCharCode(32 + code)}b`);
  const text = fc.oneof(
    fc.constantFrom('A', 'a', 'a-1', 'A 1', 'a-1-1', '', '-1', 'constructor', '__proto__', ...ascii),
    fc.string(),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const slugger = new GithubSlugger();
      expect(texts.map(createAnchorMaker())).toEqual(texts.map((each) => slugger.slug(each.normalize('NFC'))));
    }),
    { numRuns: 2000 },
  );
});
