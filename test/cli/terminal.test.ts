import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createTerminal, type Terminal } from '../../src/cli/terminal.ts';

/** A terminal of 256 colours, as the stream of a process is one. */
const screen = { isTTY: true, columns: 60, hasColors: (env: object) => !('TERM' in env) };

function terminalOf(facts: object, env: NodeJS.ProcessEnv = {}): Terminal {
  return createTerminal(Object.assign(new PassThrough(), facts), new PassThrough(), env);
}

describe('a terminal has colours', () => {
  test.each<[env: NodeJS.ProcessEnv, facts: object, hasColor: boolean]>([
    [{}, screen, true],
    [{}, {}, false],
    [{ TERM: 'dumb' }, screen, false],
    [{ NO_COLOR: '1' }, screen, false],
    [{ NO_COLOR: '0' }, screen, false],
    [{ NO_COLOR: '' }, screen, true],
    [{ FORCE_COLOR: '1' }, {}, true],
    [{ FORCE_COLOR: '0' }, screen, false],
    [{ FORCE_COLOR: '' }, {}, false],
    [{ FORCE_COLOR: '' }, screen, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, screen, false],
    [{ NO_COLOR: '', FORCE_COLOR: '1' }, {}, true],
  ])('by %j of %j: %j', (env, facts, hasColor) => {
    expect(terminalOf(facts, env).hasColor).toBe(hasColor);
  });
});

describe('a terminal has the width', () => {
  test.each([
    [screen, 60],
    [{ isTTY: true, columns: 0 }, Infinity],
    [{ isTTY: true }, Infinity],
    [{ columns: 60 }, Infinity],
    [{}, Infinity],
  ])('of %j', (facts, columns) => {
    expect(terminalOf(facts).columns).toBe(columns);
  });
});

test('a terminal tells the width of its window for errors as it is now', () => {
  const stderr = Object.assign(new PassThrough(), screen);
  const { errColumns } = createTerminal(new PassThrough(), stderr, {});
  expect(errColumns()).toBe(60);
  stderr.columns = 40;
  expect(errColumns()).toBe(40);
});
