import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';

const files = {
  'en/mill.md': `# Mill

See [the *river*](/river?from=mill#bank) and [us](mailto:mill@example.org).

## Flour

- [Up](#mill), [List](./list.pdf)
- [Bakery](https://bakery.example:8443/bread), <a href="tel:+491234">call</a>
`,
  'de/fluss.md': 'Zur [Mühle](../en/mill.md).\n',
};

it('answers every field of every link', async () => {
  const answer = await apiOf(files).query(`{
    links(language: "en") {
      totalCount
      nodes { language text url kind host page { path } source { path startLine endLine headings } }
    }
  }`);
  const first = { language: 'en', page: { path: '/mill' }, source: sourceAt(3, 'Mill') };
  const second = { ...first, source: sourceAt(7, 'Mill', 'Flour') };
  const third = { ...first, source: sourceAt(8, 'Mill', 'Flour') };
  expect(answer).toEqual({
    data: {
      links: {
        totalCount: 6,
        nodes: [
          { ...first, text: 'the river', url: '/river?from=mill#bank', kind: 'INTERNAL', host: null },
          { ...first, text: 'us', url: 'mailto:mill@example.org', kind: 'EMAIL', host: null },
          { ...second, text: 'Up', url: '#mill', kind: 'ANCHOR', host: null },
          { ...second, text: 'List', url: './list.pdf', kind: 'ASSET', host: null },
          {
            ...third,
            text: 'Bakery',
            url: 'https://bakery.example:8443/bread',
            kind: 'EXTERNAL',
            host: 'bakery.example:8443',
          },
          { ...third, text: 'call', url: 'tel:+491234', kind: 'EXTERNAL', host: null },
        ],
      },
    },
  });
});

it.each([
  ['', ['the river', 'us', 'Up', 'List', 'Bakery', 'call']],
  ['(kind: null)', ['the river', 'us', 'Up', 'List', 'Bakery', 'call']],
  ['(kind: INTERNAL)', ['the river']],
  ['(kind: EXTERNAL)', ['Bakery', 'call']],
  ['(kind: EMAIL)', ['us']],
  ['(kind: ANCHOR)', ['Up']],
  ['(kind: ASSET)', ['List']],
])('answers with links%s of a page %o', async (args, texts) => {
  expect(await apiOf(files).query(`{ page(slug: "mill") { links${args} { text } } }`)).toEqual({
    data: { page: { links: texts.map((text) => ({ text })) } },
  });
});

it('lists links page by page', async () => {
  const answer = await apiOf(files).query('{ links(first: 2) { totalCount nodes { text page { path } } } }');
  expect(answer).toEqual({
    data: {
      links: {
        totalCount: 7,
        nodes: [
          { text: 'Mühle', page: { path: '/fluss' } },
          { text: 'the river', page: { path: '/mill' } },
        ],
      },
    },
  });
});

const sourceAt = (line: number, ...headings: readonly string[]) => ({
  path: 'en/mill.md',
  startLine: line,
  endLine: line,
  headings,
});
