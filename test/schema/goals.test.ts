import { expect, it } from 'vitest';
import { apiOf } from '../support/api.ts';

const files = {
  'en/choir.md': `# Choir

## Goals of the choir

1. Sing *every* [Monday][plan]
2. Tune & breathe

   Slowly.
   - nested

## After

- not one

[plan]: https://plan.example
`,
  'de/choir.md': `## Ziele

- Jeden Montag singen
`,
};

it('answers every field of a goal', async () => {
  const answer = await apiOf(files).query(`{
    goals(language: "en") {
      totalCount
      nodes {
        language text html position page { path language } translations { language text }
        source { path startLine endLine headings }
      }
    }
  }`);
  const headings = ['Choir', 'Goals of the choir'];
  expect(answer).toEqual({
    data: {
      goals: {
        totalCount: 2,
        nodes: [
          {
            language: 'en',
            text: 'Sing every Monday',
            html: 'Sing <em>every</em> <a href="https://plan.example">Monday</a>',
            position: 1,
            page: { path: '/choir', language: 'en' },
            translations: [{ language: 'de', text: 'Jeden Montag singen' }],
            source: { path: 'en/choir.md', startLine: 5, endLine: 5, headings },
          },
          {
            language: 'en',
            text: 'Tune & breathe Slowly.',
            html: '<p>Tune &#x26; breathe</p>\n<p>Slowly.</p>\n<ul>\n<li>nested</li>\n</ul>\n',
            position: 2,
            page: { path: '/choir', language: 'en' },
            translations: [],
            source: { path: 'en/choir.md', startLine: 6, endLine: 9, headings },
          },
        ],
      },
    },
  });
});

it('lists goals in the order in which the pages list them', async () => {
  const answer = await apiOf({
    ...files,
    'en/band.md': '## Aims\n\n- Zither\n- Accordion\n',
  }).query('{ goals { totalCount nodes { text position page { path } } } }');
  const [band, choir] = [{ path: '/band' }, { path: '/choir' }];
  expect(answer).toEqual({
    data: {
      goals: {
        totalCount: 5,
        nodes: [
          { text: 'Zither', position: 1, page: band },
          { text: 'Accordion', position: 2, page: band },
          { text: 'Jeden Montag singen', position: 1, page: choir },
          { text: 'Sing every Monday', position: 1, page: choir },
          { text: 'Tune & breathe Slowly.', position: 2, page: choir },
        ],
      },
    },
  });
});

it('keeps goals with the same words apart', async () => {
  const answer = await apiOf({ 'en/a.md': '## Goals\n\n- Sing\n- Sing\n' }).query<{
    goals: { nodes: { id: string }[] };
  }>('{ goals { nodes { id } } }');
  expect(new Set(answer.data?.goals.nodes.map(({ id }) => id)).size).toBe(2);
});
