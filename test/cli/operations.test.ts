import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOperations } from '../../src/cli/read-operations.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { defaultServerOptions, type ServerOptions } from '../../src/server/server-options.ts';
import { ask, askForText, folderOf, runIn, serveIn } from '../support/command.ts';
import type { Files } from '../support/content.ts';
import { hashOf } from '../server/documents/support.ts';

const query = 'query Page { page(slug: "a") { title } }';
const printed = 'query Page {\n  page(slug: "a") {\n    title\n  }\n}';

/** What is read of these files. */
function textsOf(files: Files, path = '.', server: Partial<ServerOptions> = {}): Readonly<Record<string, string>> {
  const workingFolder = folderOf(files);
  return Object.fromEntries(readOperations({ path, workingFolder, server: { ...defaultServerOptions, ...server } }));
}

/** Why that cannot be used. */
function problemsOf(files: Files, path = '.', server: Partial<ServerOptions> = {}): readonly string[] {
  try {
    textsOf(files, path, server);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const json = (value: unknown): Files => ({ 'ops.json': JSON.stringify(value) });

describe('a file of documents by id', () => {
  test('of GraphQL Code Generator gives each by its hash, and by its SHA-256', () => {
    const sha1 = '2ae4a9aaf6f2cf9f5ad9b9ed8ab9cc6b1ac6f0b5';
    expect(textsOf(json({ [sha1]: query }), 'ops.json')).toEqual({ [sha1]: query, [hashOf(query)]: query });
  });

  test('may have the prefix of the specification in front of hashes, which is not kept', () => {
    const id = `sha256:${hashOf(query)}`;
    expect(textsOf(json({ [id]: query }), 'ops.json')).toEqual({ [hashOf(query)]: query });
  });

  test('may be a manifest of Apollo', () => {
    const operations = [{ id: 'page', name: 'Page', type: 'query', body: query }];
    const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
    expect(textsOf(json(manifest), 'ops.json')).toEqual({ page: query, [hashOf(query)]: query });
  });

  test('may begin with a byte order mark', () => {
    expect(Object.keys(textsOf({ 'ops.json': `\uFEFF{"page":${JSON.stringify(query)}}` }, 'ops.json'))).toContain(
      'page',
    );
  });

  test('keeps the id of a document, whatever the hash of another one is', () => {
    const other = '{ content { revision } }';
    expect(textsOf(json({ [hashOf(other)]: query, other }), 'ops.json')).toMatchObject({
      [hashOf(other)]: query,
      other,
    });
  });

  test.each([
    ['[1]', 'ops.json: expected an object with the texts of documents by their ids, but found a list'],
    ['"x"', 'ops.json: expected an object with the texts of documents by their ids, but found "x"'],
    ['{}', 'ops.json: expected at least one document, but found none'],
    ['{"a": }', 'ops.json:1:7: expected a value, but found "}"'],
    ['', 'ops.json:1:1: expected a value, but found the end of the file'],
    ['{"a": 1}', 'ops.json["a"]: expected the text of a document, but found the number 1'],
    [`{"": ${JSON.stringify(query)}}`, 'ops.json[""]: expected an id, but found ""'],
    ['{"a": "{ a"}', 'ops.json["a"]:1:4: Syntax Error: Expected Name, found <EOF>.'],
    ['{"a": "{\\n  page(slug: 1) { id }\\n}"}', 'ops.json["a"]:2:14: String cannot represent a non string value: 1'],
    ['{"a": "mutation { a }"}', 'ops.json["a"]: Expected queries, but got a mutation, which nothing here answers.'],
    [
      '{"format": "apollo-persisted-query-manifest", "version": 2}',
      'ops.json: version: expected 1, but found the number 2',
    ],
    [
      '{"format": "apollo-persisted-query-manifest", "version": 1}',
      'ops.json: operations: expected a list, but found nothing',
    ],
    [
      '{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [7]}',
      'ops.json: operations[0]: expected an object with "id" and "body", but found the number 7',
    ],
    [
      '{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "a"}]}',
      'ops.json: operations[0]: expected the text of a document, but found nothing',
    ],
    [
      '{"format": "apollo-persisted-query-manifest", "version": 1, "operations": []}',
      'ops.json: expected at least one document, but found none',
    ],
  ])('that holds %s is explained', (text, problem) => {
    expect(problemsOf({ 'ops.json': text }, 'ops.json')).toEqual([problem]);
  });

  test('that gives two documents one id is explained', () => {
    const body = '{ content { revision } }';
    const operations = [
      { id: 'a', body: query },
      { id: 'a', body: query },
      { id: 'a', body },
    ];
    expect(problemsOf(json({ format: 'apollo-persisted-query-manifest', version: 1, operations }), 'ops.json')).toEqual(
      ['ops.json: operations[2]: Expected an id of its own, but another document has it, too.'],
    );
  });

  test('that is not UTF-8 is explained', () => {
    expect(problemsOf({ 'ops.json': new Uint8Array([0x7b, 0xff, 0x7d]) }, 'ops.json')).toEqual([
      'ops.json: expected UTF-8, but found bytes of another encoding',
    ]);
  });
});

describe('a folder of documents', () => {
  test('gives each by the hash of its exact text, of the trimmed one, and of what graphql-js prints', () => {
    const text = `\n${query}\n`;
    expect(textsOf({ 'page.graphql': text })).toEqual({
      [hashOf(text)]: text,
      [hashOf(query)]: query,
      [hashOf(printed)]: printed,
    });
  });

  test('is read with all that is below, but for what begins with a dot or ends otherwise', () => {
    const textOf = (slug: string) => printed.replace('"a"', `"${slug}"`);
    const texts = textsOf({
      'a.graphql': textOf('a'),
      'deep/er/b.gql': textOf('b'),
      'deep/C.GraphQL': textOf('c'),
      'd.md': textOf('d'),
      '.git/e.graphql': textOf('e'),
      'deep/.f.graphql': textOf('f'),
    });
    expect(Object.values(texts).toSorted()).toEqual(['a', 'b', 'c'].map(textOf));
  });

  test('may hold links to files, as mounted ones do', () => {
    const workingFolder = folderOf({ '..data/page.graphql': printed });
    mkdirSync(join(workingFolder, 'folder.graphql'));
    symlinkSync(join(workingFolder, '..data/page.graphql'), join(workingFolder, 'page.graphql'));
    symlinkSync(join(workingFolder, 'nowhere'), join(workingFolder, 'lost.graphql'));
    const texts = readOperations({ path: '.', workingFolder, server: defaultServerOptions });
    expect([...texts]).toEqual([[hashOf(printed), printed]]);
  });

  test('may be a single file', () => {
    expect(textsOf({ 'page.graphql': printed }, 'page.graphql')).toEqual({ [hashOf(printed)]: printed });
  });

  test('is told what is wrong with every file, in the order of their names', () => {
    const files = {
      'ops/a.graphql': '{\n  nothing\n  page(slug: "a") { nothing }\n}',
      'ops/b.graphql': '{ page(slug: "a") { ...PageFields } }',
      'ops/b/x.graphql': '{',
      'ops/c.graphql': 'fragment PageFields on Page { title }',
      'ops/d.graphql': '',
      'ops/e.graphql': printed,
    };
    expect(problemsOf(files, 'ops')).toEqual([
      'ops/a.graphql:2:3: Cannot query field "nothing" on type "Query".',
      'ops/a.graphql:3:21: Cannot query field "nothing" on type "Page".',
      'ops/b.graphql:1:24: Unknown fragment "PageFields". Each document has to hold the fragments that it spreads.',
      'ops/b/x.graphql:1:2: Syntax Error: Expected Name, found <EOF>.',
      'ops/c.graphql: Expected an operation, but got fragments alone. Write them into each document that spreads them.',
      'ops/d.graphql:1:1: Syntax Error: Unexpected <EOF>.',
    ]);
  });

  test('holds no document that every request for it would be refused', () => {
    const dear = '{ pages(first: 200) { nodes { links { target { links { id } } } } } }';
    const problems = problemsOf({ 'a.graphql': dear, 'b.graphql': `{ ${'x'.repeat(3)} ${'a '.repeat(2000)} }` });
    expect(
      problems.map((problem) => problem.replace(/ Ask .*| Divide .*/, '').replace(/got: [\d,]+/, 'got: N')),
    ).toEqual([
      'a.graphql: Expected an operation of a complexity of at most 11000, but got: N.',
      'b.graphql: Expected at most 2000 tokens in a document, but got more.',
    ]);
    expect(problemsOf({ 'a.graphql': '{ __schema { types { name } } }' }, '.', { introspection: false })).toHaveLength(
      1,
    );
  });

  test.each([
    ['.', 'content.md', '.: expected files that end in .graphql or .gql, but found none'],
    ['nowhere', 'a.graphql', 'nowhere: expected a file or a folder with operations, but found nothing'],
  ])('%s beside %s is explained', (path, file, problem) => {
    expect(problemsOf({ [file]: printed }, path)).toEqual([problem]);
  });
});

describe('foliograph --operations', () => {
  const files = { 'content/en/a.md': '---\ntitle: A\n---\n', 'ops/page.graphql': printed };
  const answered = '{"data":{"page":{"title":"A"}}}';
  const serveOps = async (...args: readonly string[]) => {
    const cwd = folderOf(files);
    return serveIn({ cwd }, 'content', '--port', '0', '--operations', 'ops', ...args);
  };

  test.each([[[]], [['--only-trusted']], [['--only-trusted', '--workers', '2']]])(
    'answers requests for its documents (%j)',
    async (args) => {
      const { url } = await serveOps(...args);
      const response = await fetch(`${url}?documentId=sha256:${hashOf(printed)}`);
      expect(await response.text()).toBe(answered);
    },
  );

  test.each([[['--only-trusted']], [['--only-trusted', '--workers', '2']]])('refuses others with %j', async (args) => {
    const { url } = await serveOps(...args);
    expect(await ask(url, query)).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] });
  });

  test('answers other requests, too', async () => {
    const { url } = await serveOps();
    expect(await askForText(url, query)).toBe(answered);
  });

  test('ends with 2 at the start where a document could not be run', async () => {
    const cwd = folderOf({ ...files, 'ops/lost.graphql': '{\n  pag(slug: "a") { title }\n}' });
    const { code, stdout, stderr } = await runIn({ cwd }, 'content', '--port', '0', '--operations', 'ops');
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'ops/lost.graphql:2:3: Cannot query field "pag" on type "Query". Did you mean "page" or "pages"?\n',
    });
  });
});
