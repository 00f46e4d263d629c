import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../../support/content.ts';

/** What the check says of an English page. */
const found = (text: string) =>
  snapshotWith({ 'en/page.md': text }).diagnostics.filter(({ code }) => code === 'heading-skipped');

/** The lines of what it says. */
const linesOf = (text: string) => found(text).map(({ line }) => line);

describe('a heading that skips a level', () => {
  it('is told with both headings, at its place', () => {
    expect(found('---\ntitle: Garden\n---\n\n## What *grows*\n\nText\n\n #### `Beans`\n')).toEqual([
      {
        code: 'heading-skipped',
        severity: 'warning',
        message: 'expected a heading of at most level 3 after "What grows" (level 2), but found "Beans" (level 4)',
        hint: 'Write it with "###", or add the heading that is missing between.',
        path: 'en/page.md',
        line: 9,
        column: 2,
      },
    ]);
  });

  it('is found each time, compared with the heading before it', () => {
    expect(linesOf('# A\n\n### B\n\n#### C\n\n###### D\n\n###### E\n\n## F\n\n#### G\n')).toEqual([3, 7, 13]);
  });

  it('is found below a heading with a line of dashes, too', () => {
    expect(linesOf('A\n---\n\n#### B\n')).toEqual([4]);
  });
});

describe('headings in order', () => {
  it.each([
    ['go down one by one', '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n'],
    ['go up by any number', '# A\n\n## B\n\n### C\n\n# D\n\n## E\n'],
    ['begin at any level', '#### A\n\n#### B\n\n##### C\n\n## D\n'],
    ['may be the same for the whole page', '### A\n\n### B\n'],
    ['do not count what is quoted', '## A\n\n> #### B\n\n### C\n\n> # D\n\n#### E\n'],
    ['do not count what stands in a list item', '## A\n\n- #### B\n\n### C\n'],
    ['do not count code', '## A\n\n```\n#### B\n```\n\n    #### C\n'],
    ['may go on behind a heading in HTML', '## A\n\n<h3 id="b">B</h3>\n\n#### C\n'],
    ['may be missing', 'Text\n'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
