import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { createDocumentPool } from '../../../src/content/pack/document-pool.ts';
import { createDocumentParser } from '../../../src/content/parser/document-parser.ts';
import { type ParserProcess, startParserProcess } from '../../../src/content/parser/parser-process.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { fileOf, plain } from '../cache/support.ts';

const entry = fileURLToPath(new URL('../../../bin/parser.js', import.meta.url));
const page = fileOf(
  'en/a.md',
  '---\ntitle: A\npublishAt: 2030-01-01\n---\n## Partners\n\n- [One](https://one.example)\n',
);

/** A parser, and the processes that it began. */
function open(startProcess: () => ParserProcess = () => startParserProcess(entry)) {
  const clock = createTestClock();
  const begun: ParserProcess[] = [];
  const parser = createDocumentParser({
    options: defaultBuildOptions,
    pool: createDocumentPool(),
    clock,
    startProcess() {
      const process = startProcess();
      begun.push(process);
      return process;
    },
  });
  onTestFinished(() => {
    for (const { kill } of begun) kill();
  });
  return { parser, begun, clock };
}

/** A process that begins, and never tells anything of a file. */
function silent(): ParserProcess {
  let end = (_reason: string): void => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return {
    begun: Promise.resolve(true),
    ended,
    send() {},
    nextParsed: () => ended.then(() => null),
    kill: () => end('SIGKILL'),
  };
}

/** A process that every file ends. */
function mortal(): ParserProcess {
  return { ...silent(), ended: Promise.resolve('SIGSEGV'), nextParsed: async () => null };
}

describe('a parser in a process of its own', () => {
  test('gives what parsing here gives', async () => {
    const { parser, begun } = open();
    const parsed = [await parser.parse(page), await parser.parse(fileOf('en/b.md', '---\na: b: c\n---\n'))];
    const understand = createUnderstanding(defaultBuildOptions);
    const expected = [understand(page), understand(fileOf('en/b.md', '---\na: b: c\n---\n'))];
    expect(parsed.map((source) => source && plain(source))).toEqual(expected.map(plain));
    expect(begun).toHaveLength(1);
  });

  test('has another one where it ended by itself', async () => {
    const { parser, begun } = open();
    await parser.parse(page);
    begun[0]?.kill();
    expect(await parser.parse(page)).toMatchObject({ path: 'en/a.md', diagnostics: [] });
    expect(begun).toHaveLength(2);
  });

  test('blames the file that ends two of them, and has a new one for the next file', async () => {
    const deadly = [mortal(), mortal()];
    const { parser, begun } = open(() => deadly.pop() ?? startParserProcess(entry));
    expect(await parser.parse(fileOf('en/evil.md', '---\ndraft: true\n---\nText.\n'))).toMatchObject({
      path: 'en/evil.md',
      understood: null,
      publication: { draft: true },
      diagnostics: [
        {
          code: 'document-failed',
          severity: 'error',
          message: 'expected a document, but found one that ends the process that parses it (SIGSEGV)',
        },
      ],
    });
    expect(await parser.parse(page)).toMatchObject({ path: 'en/a.md', diagnostics: [] });
    expect(begun).toHaveLength(3);
  });

  test('blames the file that it does not get done with', async () => {
    const { parser, clock } = open(silent);
    const parsing = parser.parse(page);
    await clock.advance(15_000);
    await clock.advance(15_000);
    expect(await parsing).toMatchObject({
      diagnostics: [{ message: expect.stringContaining('(nothing after 15 s)') }],
    });
  });

  test('says so where there is no process to be had', async () => {
    const { parser } = open(() => startParserProcess('/nowhere/parser.js'));
    expect(await parser.parse(page)).toBeNull();
  });

  test('says so where the system has no memory for one, and has one as soon as it has', async () => {
    let isFull = true;
    const { parser } = open(() => {
      if (isFull) throw new Error('spawn ENOMEM');
      return startParserProcess(entry);
    });
    expect(await parser.parse(page)).toBeNull();
    isFull = false;
    expect(await parser.parse(page)).toMatchObject({ path: 'en/a.md', diagnostics: [] });
  });

  test('waits no longer for a process that does not begin than for one that is stuck', async () => {
    const { parser, clock } = open(() => {
      const process = silent();
      return { ...process, begun: process.ended.then(() => false) };
    });
    const parsing = parser.parse(page);
    await clock.advance(15_000);
    expect(await parsing).toBeNull();
  });

  test('ends its process in the middle of a file when it is closed, and begins no other', async () => {
    const { parser, begun, clock } = open(silent);
    const settled: unknown[] = [];
    void parser.parse(page).then((source) => settled.push(source));
    await clock.advance(0);
    parser.close();
    void parser.parse(page).then((source) => settled.push(source));
    await clock.advance(30_000);
    expect(await begun[0]?.ended).toBe('SIGKILL');
    expect([begun.length, settled]).toEqual([1, []]);
  });

  test('ends its process when it had nothing to do for ten minutes', async () => {
    const { parser, begun, clock } = open();
    await parser.parse(page);
    await clock.advance(600_000);
    expect(await begun[0]?.ended).toBe('SIGKILL');
  });

  test('its process holds nothing of what it told before', async () => {
    const parser = startParserProcess(entry);
    onTestFinished(parser.kill);
    parser.send({ kind: 'begin', options: defaultBuildOptions });
    await parser.begun;
    const tell = async (): Promise<WeakRef<object>> => {
      parser.send({ kind: 'parse', ...page });
      return new WeakRef((await parser.nextParsed()) ?? {});
    };
    const told = [await tell(), await tell(), await tell()];
    await collectGarbage();
    await collectGarbage();
    expect(told.map((report) => report.deref())).toEqual([undefined, undefined, undefined]);
  });
});
