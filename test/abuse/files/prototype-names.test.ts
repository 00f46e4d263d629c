import { describe, expect, test } from 'vitest';
import { apiOf, type TestApi } from '../../support/api.ts';

/** Names that every object of JavaScript has, and that no table may take for its own entries. */
const names = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'prototype',
  'then',
];

/** As Markdown that is no emphasis. */
const escaped = (name: string): string => name.replaceAll('_', '\\_');

const body = (name: string): string => `---
title: ${name}
translationKey: ${name}
template: ${name}
${name}: {polluted: true}
---
# ${escaped(name)}

See [${escaped(name)}](${name}#${name}), [one][${name}] and a note[^${name}].

## Our partners

- [${escaped(name)}](https://${name.replaceAll('_', '').toLowerCase()}.example/)

## Goals

- ${escaped(name)}

\`\`\`${name}
${name}
\`\`\`

[${name}]: /${name} '${name}'
[^${name}]: ${escaped(name)}
`;

const files = Object.fromEntries([
  ...names.map((name) => [`en/${name}.md`, body(name)]),
  ...names.map((name) => [`de/${name}.md`, body(name)]),
  ...names.map((name) => [`en/${name}/${name}.md`, `---\nslug: in-${name}\n---\nText.\n`]),
]);
const empty = { 'en/other.md': '# Other\n' };

const answerOf = async (api: TestApi, query: string, variables: Record<string, unknown>): Promise<unknown> => {
  const { data, errors } = await api.query(query, variables);
  return errors ?? data;
};

describe.each(names)('a thing called %s', (name) => {
  const api = apiOf(files);

  test('is found as a page with all that is in it', async () => {
    const query = `query ($name: String!) {
      page(slug: $name, language: "en") {
        slug title collection template frontmatter html
        headings { text anchor }
        partners { name }
        goals { text }
        links { url broken target { slug } }
        translations { language slug }
      }
    }`;
    const answer = await api.query<{ page: { frontmatter: unknown; html: string } }>(query, { name });
    const { frontmatter, html, ...page } = answer.data?.page ?? { frontmatter: null, html: '' };
    const anchor = name.toLowerCase();
    expect(answer.errors).toBeUndefined();
    expect(page).toEqual({
      ...{ slug: name, title: name, collection: '', template: name },
      headings: [name, 'Our partners', 'Goals'].map((text) => ({
        text,
        anchor: text === name ? anchor : expect.any(String),
      })),
      partners: [{ name }],
      goals: [{ text: name }],
      links: expect.arrayContaining([
        { url: `${name}#${name}`, broken: name !== anchor, target: { slug: name } },
        { url: `/${name}`, broken: false, target: { slug: name } },
      ]),
      translations: [{ language: 'de', slug: name }],
    });
    expect(Object.entries(Object(frontmatter))).toContainEqual([name, { polluted: true }]);
    expect(html).toContain(`<h1 id="${anchor}">`);
    expect(html).toContain(`<code class="language-${name}">`);
    expect(html).toMatch(/<li id="fn-[^"]+">\n<p>/);
  });

  test('is found as a partner, a collection and in filters', async () => {
    const query = `query ($name: String!) {
      partners(language: "en", filter: { name: { eq: $name } }) { nodes { name slug pages { slug } } }
      pages(language: "en", filter: { collection: { eq: $name } }) { nodes { slug } }
    }`;
    expect(await answerOf(api, query, { name })).toEqual({
      partners: { nodes: [{ name, slug: expect.any(String), pages: [{ slug: name }] }] },
      pages: { nodes: [{ slug: `in-${name}` }] },
    });
  });

  test('is not found where there is none', async () => {
    const query = `query ($name: String!, $id: ID!) {
      page(slug: $name) { slug }
      partner(slug: $name) { slug }
      node(id: $id) { id }
      pages(filter: { slug: { eq: $name } }) { totalCount }
    }`;
    expect(await answerOf(apiOf(empty), query, { name, id: name })).toEqual({
      ...{ page: null, partner: null, node: null },
      pages: { totalCount: 0 },
    });
  });
});

test('no prototype has changed', () => {
  expect([Reflect.has({}, 'polluted'), Reflect.has([], 'polluted')]).toEqual([false, false]);
});
