import { GraphQLError, Source } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/cli/log/create-log.ts';
import type { LogFormat, OperatorLog } from '../../src/cli/log/operator-log.ts';
import { createRelayedTerminal, type RelayedTerminal } from '../../src/cli/log/relayed-terminal.ts';
import { tellLiveEvent } from '../../src/cli/log/tell-live-event.ts';
import { tellProblems } from '../../src/cli/log/tell-problems.ts';
import { createDiagnostic } from '../../src/content/diagnostic.ts';
import { answeredRequest } from '../server/telemetry/answered-request.ts';

interface Opened {
  readonly log: OperatorLog;
  readonly terminal: RelayedTerminal;
  /** What was written to stderr. */
  text(): string;
  /** The same as JSON, one value a line. */
  records(): readonly unknown[];
}

async function openLog(format: LogFormat): Promise<Opened> {
  let written = '';
  const terminal = createRelayedTerminal({
    out() {},
    err(text) {
      written += text;
    },
    hasColor: false,
    columns: Infinity,
    errColumns: () => 80,
  });
  const log = await createLog({ format, terminal });
  const records = () =>
    written
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return { log, terminal, text: () => written, records };
}

/** What every line of JSON has, whatever it tells. */
const always = { time: expect.any(Number), pid: process.pid };

describe('as text', () => {
  test('lines are told as they are', async () => {
    const { log, terminal, text } = await openLog('text');
    log.tell('foliograph 1.2.3 ready', { level: 'warn', fields: { pages: 20 } });
    terminal.err('foliograph: using foliograph.config.yaml\n');
    expect(text()).toBe('foliograph 1.2.3 ready\nfoliograph: using foliograph.config.yaml\n');
  });

  test('a request has one line', async () => {
    const { log, text } = await openLog('text');
    log.requests.answered(answeredRequest({ source: 'cache', duration: 0.0412 }));
    log.requests.answered(answeredRequest({ isPreview: true }));
    log.requests.answered(
      answeredRequest({ method: 'GET', path: '/readyz', route: 'readyz', source: null, operationName: null }),
    );
    expect(text().split('\n')).toEqual([
      '2026-11-28T13:15:23.100Z POST /graphql 200 0.04 ms 2000 B cache request-1 Partners',
      '2026-11-28T13:15:23.101Z POST /graphql 200 1.50 ms 2000 B run (preview) request-1 Partners',
      '2026-11-28T13:15:23.101Z GET /readyz 200 1.50 ms 2000 B - request-1 -',
      '',
    ]);
  });

  test('control characters of clients reach no terminal', async () => {
    const { log, text } = await openLog('text');
    log.requests.answered(
      answeredRequest({ method: 'GET\u001b[2J', path: '/\u009b31m', id: 'a\u202eb', operationName: 'A\r\nB\u2028' }),
    );
    log.error('Unexpected error', { requestId: 'a\u001b', error: new Error('got: \u001b[31m\nand \u009b') });
    const lines = text().split('\n');
    expect(lines[0]).toBe(
      '2026-11-28T13:15:23.101Z GET\\u001b[2J /\\u009b31m 200 1.50 ms 2000 B run a\\u202eb A\\u000d\\u000aB\\u2028',
    );
    expect(lines[1]).toBe('Unexpected error (request a\\u001b): Error: got: \\u001b[31m');
    expect(lines[2]).toBe('and \\u009b');
  });
});

describe('as JSON', () => {
  test('whatever is told is a line with level, time, message and fields', async () => {
    const { log, terminal, records } = await openLog('json');
    log.tell('foliograph 1.2.3 ready in 400 ms', { fields: { event: 'ready', pages: 20 } });
    log.tell('foliograph: a worker ended', { level: 'warn' });
    terminal.at('error').err('foliograph: The port is taken.\nTry another one.\n');
    expect(records()).toEqual([
      { ...always, level: 30, msg: 'foliograph 1.2.3 ready in 400 ms', event: 'ready', pages: 20 },
      { ...always, level: 40, msg: 'a worker ended' },
      { ...always, level: 50, msg: 'The port is taken.\nTry another one.' },
    ]);
  });

  test('a request has its facts as fields', async () => {
    const { log, records } = await openLog('json');
    const traceParent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    log.requests.answered(answeredRequest({ duration: 1.23456, traceParent }));
    log.requests.answered(answeredRequest({ status: 503, source: 'refused', operationName: null, isPreview: true }));
    const facts = {
      ...always,
      requestId: 'request-1',
      method: 'POST',
      path: '/graphql',
      route: 'graphql',
      bytes: 2000,
    };
    expect(records()).toEqual([
      {
        ...{ ...facts, level: 30, msg: 'POST /graphql 200', status: 200, duration: 1.235, source: 'run' },
        ...{ operationName: 'Partners', isPreview: false, traceId: '0af7651916cd43dd8448eb211c80319c' },
      },
      {
        ...{ ...facts, level: 40, msg: 'POST /graphql 503', status: 503, duration: 1.5, source: 'refused' },
        ...{ operationName: null, isPreview: true },
      },
    ]);
  });

  test('control characters of clients are escaped, and long names cut', async () => {
    const { log, text, records } = await openLog('json');
    const operationName = `A\r\n\u001b\u009b\u2028\u202e${'x'.repeat(1000)}`;
    log.requests.answered(answeredRequest({ operationName, path: `/${'y'.repeat(1000)}` }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal would obey
    expect(text()).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+\n$/);
    expect(records()).toMatchObject([
      { operationName: `${operationName.slice(0, 200)}…`, path: `/${'y'.repeat(199)}…` },
    ]);
  });

  test('an error has its stack and its cause, and nothing of a query that it carries', async () => {
    const { log, text, records } = await openLog('json');
    const cause = new Error('the disk is gone');
    const source = new Source('query Secret { page }');
    const error = new GraphQLError('Could not be read.', { source, positions: [3], originalError: cause });
    log.error('Unexpected error', { requestId: 'request-1', error: Object.assign(error, { cause }) });
    log.error('Unexpected error', { requestId: 'request-2', error: 'just text' });
    expect(records()).toEqual([
      {
        ...{ ...always, level: 50, msg: 'Unexpected error', requestId: 'request-1' },
        err: {
          ...{ type: 'GraphQLError', message: 'Could not be read.', stack: expect.stringContaining('log.test.ts') },
          cause: { type: 'Error', message: 'the disk is gone', stack: expect.stringContaining('log.test.ts') },
        },
      },
      {
        ...{ ...always, level: 50, msg: 'Unexpected error', requestId: 'request-2' },
        err: { type: 'string', message: 'just text' },
      },
    ]);
    expect(text()).not.toContain('Secret');
  });

  test('an error that nobody has foreseen is fatal', async () => {
    const { terminal, records } = await openLog('json');
    terminal.unforeseen(new TypeError('no'));
    const err = { type: 'TypeError', message: 'no', stack: expect.any(String) };
    expect(records()).toEqual([{ ...always, level: 60, msg: 'no', err }]);
  });

  test('nobody draws pictures', async () => {
    expect((await openLog('json')).terminal.errColumns()).toBe(Infinity);
    expect((await openLog('text')).terminal.errColumns()).toBe(80);
  });
});

describe('the content', () => {
  const request = { folder: null, config: null, workingFolder: '/site' };
  const context = { folders: { root: '/site/content', assets: null }, request, revision: '91c0aaaa' };
  const problem = (line: number) =>
    createDiagnostic({ code: 'link-broken', path: 'en/a.md', message: 'expected a page', at: { line, column: 2 } });

  test('has a line with fields for each problem', async () => {
    const { log, records } = await openLog('json');
    tellProblems(log, [problem(4)], request);
    expect(records()).toEqual([
      {
        ...{ ...always, level: 50, msg: 'en/a.md:4:2 error expected a page [link-broken]' },
        ...{ event: 'problem', code: 'link-broken', path: 'en/a.md', line: 4, column: 2 },
      },
    ]);
  });

  test('has 20 of them, and a line for the rest', async () => {
    const { log, records } = await openLog('json');
    const problems = Array.from({ length: 21 }, (_, index) => problem(index + 1));
    tellProblems(log, problems, request);
    expect(records()).toHaveLength(21);
    expect(records().at(-1)).toEqual({ ...always, level: 40, msg: '... and 1 more: run "foliograph check"' });
  });

  test('has a line for each change, with what changed', async () => {
    const { log, records } = await openLog('json');
    const facts = { before: '91c0aaaa', revision: '7b3ebbbb', changed: ['de/a.md'], added: [], removed: [] };
    const more = { appeared: [], withdrawn: [], haveAssetsChanged: false, milliseconds: 12 };
    tellLiveEvent(log, { kind: 'published', ...facts, ...more }, context);
    tellLiveEvent(log, { kind: 'failed', error: new Error('no') }, context);
    tellLiveEvent(log, { kind: 'problems', diagnostics: [problem(4)] }, context);
    expect(records()).toEqual([
      {
        ...{ ...always, level: 30, msg: 'revision 91c0 -> 7b3e: content/de/a.md changed in 12 ms' },
        ...{ event: 'published', ...facts, ...more },
      },
      expect.objectContaining({ level: 50, event: 'failed', err: expect.objectContaining({ message: 'no' }) }),
      expect.objectContaining({ level: 50, event: 'problem', code: 'link-broken' }),
    ]);
  });
});
