import { toHtml } from 'hast-util-to-html';
import { markdownToTree } from '../../../src/content/markdown.ts';
import { apiOf } from '../../support/api.ts';
import type { Sample } from './placements.ts';

/** The HTML that a site would show. */
export interface Rendered {
  readonly name: string;
  readonly html: string;
}

interface Page {
  readonly html: string;
  readonly sections: readonly { readonly html: string }[];
  readonly goals: readonly { readonly html: string }[];
}

/** What an alert tells that no sample has put its number into: its words are coded. */
export const firstNumber = 2;

/** Puts the sample's number into what it runs and asks for, so that a failure tells which one it was. */
const numbered = ({ name, text }: Sample, index: number): Sample => ({
  name,
  text: text
    .replaceAll('alert(1)', `alert(${index + firstNumber})`)
    .replaceAll('evil.example', `evil-${index + firstNumber}.example`),
});

/** Everything that the API gives as HTML of these pages: pages, sections and goals. */
export async function renderSamples(samples: readonly Sample[]): Promise<readonly Rendered[]> {
  const pages = await askForEach<Page>(samples, 'html sections { html } goals { html }');
  return pages.map(({ name, page: { html, sections, goals } }) => {
    return { name, html: [html, ...[...sections, ...goals].map((part) => part.html)].join('\n') };
  });
}

interface Addresses {
  readonly links: readonly { readonly url: string }[];
  readonly partners: readonly { readonly url: string | null }[];
}

/** Where the links and partners of these pages lead. */
export async function findAddresses(samples: readonly Sample[]) {
  const pages = await askForEach<Addresses>(samples, 'links { url } partners { url }');
  return pages.flatMap(({ name, page: { links, partners } }) =>
    [...links, ...partners].flatMap(({ url }) => (url === null ? [] : { name, url })),
  );
}

async function askForEach<Page>(samples: readonly Sample[], fields: string) {
  const texts = samples.map(numbered);
  const api = apiOf(Object.fromEntries(texts.map(({ text }, index) => [`en/sample-${index}.md`, text])));
  const query = `query ($slug: String!) { page(slug: $slug) { ${fields} } }`;
  const pages: { readonly name: string; readonly page: Page }[] = [];
  for (const [index, { name }] of texts.entries()) {
    const { data, errors } = await api.query<{ page: Page | null }>(query, { slug: `sample-${index}` });
    if (!data?.page) throw new Error(`expected a page of ${name}, but got: ${JSON.stringify(errors)}`);
    pages.push({ name, page: data.page });
  }
  return pages;
}

/** The same without the sanitiser. */
export function renderDirty(samples: readonly Sample[]): readonly Rendered[] {
  return samples.map(numbered).map(({ name, text }) => ({ name, html: toHtml(markdownToTree(text, [])) }));
}
