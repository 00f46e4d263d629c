import { describe, expect, test } from 'vitest';
import { ask, folderOf, serve, serveIn } from '../support/command.ts';

const page = { 'en/a.md': '# A\n', 'en/bad.md': '---\ntitle: a: b\n---\n' };

/** What was written to stderr, each line read as JSON. */
const recordsOf = (text: string): readonly unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('a server that logs', () => {
  test('as JSON has nothing but lines of JSON', async () => {
    const { told, url } = await serve(
      folderOf(page),
      '--no-config',
      '--port',
      '0',
      '--log-format',
      'json',
      '--log-requests',
    );
    await ask(url, 'query Pages { pages { nodes { slug } } }');
    await told(/"event":"problem"[\s\S]*"operationName":"Pages"|"operationName":"Pages"[\s\S]*"event":"problem"/);
    const records = recordsOf(await told(/\n$/));
    expect(records[0]).toMatchObject({ level: 30, event: 'ready', pages: 1, urls: [url, expect.any(String)] });
    expect(records).toContainEqual(
      expect.objectContaining({ level: 50, event: 'problem', path: 'en/bad.md', line: 2 }),
    );
    expect(records).toContainEqual(
      expect.objectContaining({ level: 30, route: 'graphql', status: 200, source: 'run', operationName: 'Pages' }),
    );
  });

  test('as JSON has nothing else of its configuration and of Node.js either', async () => {
    const cwd = folderOf({
      'content/en/a.md': '# A\n',
      'foliograph.config.js': `
        console.log('one\\n%s', 'two');
        console.warn({ three: 3 });
        process.emitWarning('four');
        await new Promise(setImmediate);
        export default {};
      `,
    });
    const { stderr } = await serveIn({ cwd }, '--port', '0', '--log-format', 'json');
    const messages = recordsOf(stderr).map((record) => (record as { readonly msg: string }).msg);
    expect(messages).toEqual([
      'one\ntwo',
      '{ three: 3 }',
      'Warning: four',
      'using foliograph.config.js',
      expect.stringMatching(/^foliograph .* ready in /),
    ]);
  });

  test('each request has a line for each, also as text', async () => {
    const { told, url } = await serve(folderOf(page), '--no-config', '--port', '0', '--log-requests');
    await fetch(new URL('/nowhere', url));
    expect(await told(/nowhere/)).toMatch(/^\S+ GET \/nowhere 404 [\d.]+ ms \d+ B - \S+ -$/m);
  });

  test('in the way of OpenTelemetry makes a span of each request, where an SDK is loaded', async () => {
    const sdk = folderOf({ 'sdk.mjs': sdkSource });
    const env = { NODE_OPTIONS: `--import ${sdk}/sdk.mjs` };
    const { told, url } = await serveIn({ env }, folderOf({ 'en/a.md': '# A\n' }), '--no-config', '--port', '0');
    await ask(url, '{ pages { nodes { slug } } }');
    expect(await told(/span/)).toContain('span POST /graphql 200');
  });
});

/** Registers as SDKs do it, and prints the spans that are made. */
const sdkSource = `
const tracer = {
  startSpan(name, { attributes }) {
    const end = () => process.stderr.write(\`span \${name} \${attributes['http.response.status_code']}\\n\`);
    const span = { end, setStatus: () => span };
    return span;
  },
};
globalThis[Symbol.for('opentelemetry.js.api.1')] = { version: '1.9.0', trace: { getTracer: () => tracer } };
`;

test('figures of the server are at /metrics', async () => {
  const { url } = await serve(folderOf({ 'en/a.md': '# A\n' }), '--no-config', '--port', '0');
  await ask(url, 'query Pages { pages { nodes { slug } } }');
  const response = await fetch(new URL('/metrics', url));
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await response.text()).split('\n');
  expect(lines).toContain('foliograph_requests_total{route="graphql",source="run",operation="Pages",status="2xx"} 1');
  expect(lines).toContain('foliograph_documents 1');
  expect(lines).toContain('foliograph_response_cache_entries 0');
});
