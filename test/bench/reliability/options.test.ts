import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../bench/src/reliability/options.ts';
import { fullSettings, quickSettings } from '../../../bench/src/reliability/settings.ts';

const names = ['soak', 'slow'];

describe('options', () => {
  test('are those of a full run where none is given', () => {
    expect(readOptions(['soak'], names)).toEqual({
      names: ['soak'],
      settings: fullSettings,
      json: null,
      product: null,
      help: false,
    });
  });

  test('change what they name', () => {
    const { settings } = readOptions(['slow', '--quick', '--minutes', '0.5', '--documents=50', '--rounds=2'], names);
    expect(settings).toEqual({ ...quickSettings, soakMilliseconds: 30_000, documents: 50, rounds: 2 });
  });

  test.each([
    [[], 'expected one of soak, slow, but got none'],
    [['fast'], 'expected one of soak, slow, but got: fast'],
    [['soak', '--minutes', 'x'], '--minutes: expected a number above 0, but got: x'],
  ])('%j are wrong', (args, message) => {
    expect(() => readOptions(args, names)).toThrow(message);
  });
});
