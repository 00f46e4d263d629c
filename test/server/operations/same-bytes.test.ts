import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { ContentStore } from '../../../src/store/contract.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import { createPromisedStore } from '../../store/promised-store.ts';
import { snapshotOf } from '../../support/content.ts';
import { type Asked, createAsk, mediaTypes, village } from './support.ts';

const snapshot = snapshotOf(village);
const stores: Readonly<Record<string, ContentStore>> = {
  memory: createMemoryStore(snapshot),
  promised: createPromisedStore(snapshot),
};
const ids = [...snapshot.nodes.keys()];
const [pageId = ''] = snapshot.indexes.Page.all.map(({ id }) => id);

const conditional = `query ($yes: Boolean!, $no: Boolean = false) {
  pages { nodes {
    title @include(if: $yes) slug @skip(if: $no) title
    ...A @include(if: $no) ... on Page @skip(if: $yes) { path } ... @include(if: true) { language }
  } }
}
fragment A on Page { path id }`;

const filtered = `query ($filter: PageFilter, $order: [PageOrder!], $first: Int, $language: Language) {
  pages(filter: $filter, orderBy: $order, first: $first, language: $language) { totalCount nodes { title } }
}`;

const withDefaults = `query ($slug: String! = "village", $language: Language = "de", $length: Int = 20, $level: Int) {
  page(slug: $slug, language: $language) { title excerpt(length: $length) headings(maxLevel: $level) { text } }
}`;

const requests: Readonly<Record<string, Asked>> = {
  'every field of a page': {
    query: `{ pages(first: 5) { nodes {
      id slug language title description collection template date path frontmatter html markdown text excerpt wordCount
      headings { text anchor level } sections { heading anchor level html text source { startLine endLine headings } }
      section(anchor: "village") { heading partners { name } goals { text } links { url } }
      source { path startLine endLine headings rule } translations { language title } translation(language: "de") { title }
      partners { name } goals { text } links { url } backlinks { url page { title } } diagnostics { code line }
    } } }`,
  },
  'every field of the other nodes': {
    query: `{
      partners { totalCount nodes { id slug name url description frontmatter language pages { title } mentions { text link { url } page { path } source { startLine } } translations { language } source { rule headings } } }
      goals { nodes { id text html position language page { title } translations { text } source { startLine } } }
      links { nodes { id text url kind host broken page { title } target { title } translations { url } source { startLine } } }
      languages { tag name isDefault pageCount translated missing { title } } content { revision builtAt documentCount }
      diagnostics { totalCount nodes { code severity message hint path line column } edges { cursor } }
    }`,
  },
  'connections with edges and cursors': {
    query:
      '{ pages(first: 1) { edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } links(last: 1) { edges { cursor } pageInfo { startCursor } } partners(first: 0) { nodes { name } edges { cursor } pageInfo { startCursor } } }',
  },
  aliases: { query: '{ a: pages { b: nodes { c: title title d: title } } a2: content { revision } }' },
  'an alias that objects inherit': { query: '{ __proto__: content { constructor: revision toString: builtAt } }' },
  '__typename everywhere': {
    query:
      '{ __typename pages { __typename nodes { __typename t: __typename source { __typename } } } nodes(ids: []) { __typename } }',
  },
  'fields that are merged': {
    query:
      '{ page(slug: "village") { title source { path } title source { startLine path } } page(slug: "village") { slug source { endLine } } }',
  },
  'fields that are merged across fragments': {
    query:
      '{ page(slug: "village") { ...A source { path } ...B } } fragment A on Page { source { endLine } headings { text } } fragment B on Page { headings { level } ...A }',
  },
  'the interface': {
    query:
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Page { title ...P } ... on Partner { name } ...G ... on Node { i: id } __typename } } fragment P on Page { slug } fragment G on Goal { text ... on Node { id } }',
    variables: { ids: [...ids.slice(0, 6), 'nothing', ids.at(-1)] },
  },
  'one id for a list of ids': { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids: pageId } },
  'a number as an id': {
    query: 'query ($id: ID!) { node(id: $id) { id } other: node(id: 5) { id } }',
    variables: { id: 5 },
  },
  'nothing found': { query: '{ page(slug: "none") { title } partner(slug: "none") { name } node(id: "none") { id } }' },
  'conditions that are true': { query: conditional, variables: { yes: true, no: true } },
  'conditions that are false': { query: conditional, variables: { yes: false } },
  'a condition that is missing': { query: conditional },
  'a condition that is null': { query: conditional, variables: { yes: true, no: null } },
  'a condition that is text': { query: conditional, variables: { yes: 'true' } },
  'both conditions on one field': {
    query: 'query ($a: Boolean!, $b: Boolean!) { content { revision @skip(if: $a) @include(if: $b) builtAt } }',
    variables: { a: false, b: false },
  },
  'nothing that is left of a selection': {
    query: '{ content { revision @skip(if: true) } pages @include(if: false) { totalCount } }',
  },
  'defaults of variables': { query: withDefaults },
  'null instead of a default': { query: withDefaults, variables: { language: null, length: null, level: null } },
  'null for what must be there': { query: withDefaults, variables: { slug: null } },
  'variables that nobody asked for': { query: withDefaults, variables: { length: 3, other: { a: 1 } } },
  'a fraction for a whole number': { query: withDefaults, variables: { length: 2.5 } },
  'text for a number': { query: withDefaults, variables: { length: '7' } },
  'a number for text': { query: withDefaults, variables: { slug: 7 } },
  'a number above 32 bits': { query: withDefaults, variables: { length: 2 ** 40 } },
  'an object for text': { query: withDefaults, variables: { slug: { a: ['x', { y: 'it\'s "quoted"' }] } } },
  'a language in capitals': { query: withDefaults, variables: { language: 'DE' } },
  'no language': { query: withDefaults, variables: { language: 'german' } },
  'a filter and an order': {
    query: filtered,
    variables: { filter: { title: { contains: 'i' } }, order: { field: 'TITLE' }, first: 2 },
  },
  'a filter in the query': {
    query:
      'query ($text: String) { pages(filter: { or: [{ title: { eq: $text } }, { slug: { in: ["mill", $text] } }] }, orderBy: { field: PATH, direction: DESC }) { nodes { title } } }',
    variables: { text: 'Mill' },
  },
  'a filter with a variable that is missing': {
    query: 'query ($text: String) { pages(filter: { title: { eq: $text } }, first: 2) { nodes { title } } }',
  },
  'an unknown key of a filter': { query: filtered, variables: { filter: { titel: { eq: 'x' } } } },
  'an unknown value of an enum': { query: filtered, variables: { order: [{ field: 'TITEL' }] } },
  'wrong variables in several places': {
    query: filtered,
    variables: { filter: { title: 5 }, order: 7, first: 'x', language: 'nope nope' },
  },
  'a size that cannot be': {
    query: '{ a: pages(first: -1) { totalCount } content { documentCount } b: links(last: 201) { totalCount } }',
  },
  'a size that cannot be in a variable': { query: filtered, variables: { first: -1 } },
  'an error below a nullable field': {
    query: '{ page(slug: "village") { title excerpt(length: 0) } content { documentCount } }',
  },
  'errors in a list': {
    query: '{ languages { missing { headings(maxLevel: 9) { text } } } pages { nodes { excerpt(length: -1) } } }',
  },
  'a cursor that is none': { query: '{ pages(after: "abc") { totalCount } }' },
  'a wrong language in the query': {
    query: '{ pages(language: de) { totalCount } b: pages(language: "german") { totalCount } }',
  },
  'several operations': {
    query: 'query A($a: Boolean!) { content { revision @include(if: $a) } } query B { content { documentCount } }',
    operationName: 'B',
  },
  'an operation that is not there': { query: 'query A { content { revision } }', operationName: 'B' },
  'an operation with an empty name': { query: 'query A { content { revision } }', operationName: '' },
  'several operations and no name': { query: 'query A { content { revision } } query B { content { builtAt } }' },
  'an operation that is not there in a document that is wrong': { query: 'query A { nothing }', operationName: 'B' },
  'a name that is a number': { query: '{ content { revision } }', operationName: 5 },
  'a syntax error': { query: '{ pages { nodes { title }' },
  'a syntax error on a later line': { query: '{\n  pages {\n    "x"\n  }\n}' },
  'an empty query': { query: '' },
  'a query of comments': { query: '# nothing' },
  'fragments alone': { query: 'fragment A on Page { title }' },
  'unknown fields': { query: '{ page(slug: "a") { titel } pags { totalCount } pages(frist: 1) { totalCount } }' },
  'unknown fields by the hundred': { query: `{ ${Array.from({ length: 150 }, (_, index) => `x${index}`).join(' ')} }` },
  'missing selections and arguments': { query: '{ pages page { title } content { revision { x } } }' },
  'fields that cannot be merged': { query: '{ a: page(slug: "a") { title } a: page(slug: "b") { title } }' },
  'variables that are not declared': { query: '{ page(slug: $slug) { title } }' },
  'variables that are not used': { query: 'query ($a: Int, $b: Nothing) { content { revision } }' },
  'a mutation': { query: 'mutation { content { revision } }' },
  'a subscription': { query: 'subscription { content { revision } }' },
  'a directive that is not known': {
    query: '{ ... @defer { content { revision } } pages { nodes @stream { title } } }',
  },
  'too many tokens': { query: `{ ${'content { revision } '.repeat(500)}}` },
  'almost too many tokens': { query: `{ ${'content { revision } '.repeat(499)}}` },
  'fragments that double': {
    query: `{ page(slug: "village") { ...A0 } } ${Array.from({ length: 10 }, (_, index) => `fragment A${index} on Page { a: translations { ...A${index + 1} } b: translations { ...A${index + 1} } }`).join(' ')} fragment A10 on Page { title }`,
  },
  'fragments in a circle': { query: '{ page(slug: "a") { ...A } } fragment A on Page { translations { ...A } }' },
  'variables that objects inherit': {
    query:
      'query ($__proto__: String!, $constructor: Int) { page(slug: $__proto__) { excerpt(length: $constructor) } }',
    variables: JSON.parse('{ "__proto__": "village", "constructor": 9 }'),
  },
  'a default of a variable that objects inherit': {
    query: 'query ($__proto__: String = "village") { page(slug: $__proto__) { title } }',
  },
  'no query': { variables: {} },
  'a query that is no text': { query: { a: 1 } },
  'variables that are a list': { query: '{ content { revision } }', variables: [1] },
  'variables that are null': {
    query: '{ content { revision } }',
    variables: null,
    extensions: null,
    operationName: null,
  },
  'extensions that are text': { query: '{ content { revision } }', extensions: 'x' },
  'extensions that are an object': {
    query: '{ content { revision } }',
    extensions: { persistedQuery: { version: 1 } },
  },
  'variables that are deep': { query: filtered, variables: { filter: nested(60) } },
  'variables that are too deep': { query: filtered, variables: { filter: nested(200) } },
  'the introspection query': { query: getIntrospectionQuery() },
  'introspection among others': {
    query: '{ __type(name: "Page") { name fields { name } } content { documentCount } }',
  },
};

function nested(levels: number): object {
  return levels === 0 ? {} : { not: nested(levels - 1) };
}

describe.each(Object.entries(stores))('in the %s store', (_name, store) => {
  const short = createAsk(store, 'short');
  const long = createAsk(store, 'long');

  test.each(Object.entries(requests))(
    '%s: both ways answer the same, the first time and later',
    async (_what, asked) => {
      for (const mediaType of mediaTypes) {
        const expected = await long(asked, mediaType);
        for (const _time of ['interpreted', 'compiled', 'remembered']) {
          expect(await short(asked, mediaType)).toEqual(expected);
        }
        expect(await short(asked, mediaType, 'GET')).toEqual(await long(asked, mediaType, 'GET'));
      }
    },
  );
});
