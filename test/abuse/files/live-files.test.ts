import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import { follow, write } from '../../content/live/support.ts';
import { ask, folderOf, run, serveIn } from '../../support/command.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { canary } from './hostile-file.ts';
import {
  expectedProblems,
  goodFiles,
  hostileFiles,
  hostileOptions,
  makeHostileFolder,
  toldProblems,
} from './hostile-folder.ts';
import { makeSpecialFiles } from './special-files.ts';

/** What takes long gives no turn to anybody else: the test is the only one here. */
const followHostile = (root: string) =>
  follow({ root, options: hostileOptions, clock: { ...createTestClock(), turn: async () => {} } });

describe('a folder that is followed', () => {
  test('may be full of hostile files from the start', async () => {
    const root = await makeHostileFolder();
    const { live } = await followHostile(root);
    expect(toldProblems(live.current().diagnostics)).toEqual(expectedProblems);
    expect(live.current().revision).toBe(buildSnapshot(root, hostileOptions).revision);
  });

  test('may fill with hostile files and be cleared of them again', async () => {
    const root = folderOf(goodFiles);
    const { live, clock } = await followHostile(root);
    const before = live.current().revision;
    for (const { path, content } of hostileFiles) write(root, path, content);
    await makeSpecialFiles(root);
    await clock.advance(60_000);
    expect(toldProblems(live.current().diagnostics)).toEqual(expectedProblems);
    for (const name of readdirSync(join(root, 'en'), { recursive: false, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) rmSync(join(root, 'en', name), { recursive: true });
    }
    writeGood(root);
    await clock.advance(60_000);
    expect(live.current().revision).toBe(before);
  });
});

describe('the command', () => {
  test('serves the good files of a hostile folder, takes edits in, and runs nothing', async () => {
    const root = await makeHostileFolder();
    const { url, child, told } = await serveIn({ cwd: root }, '.', '--port', '0', '--no-config');
    const query =
      '{ first: page(slug: "first", language: "en") { title html } proto: page(slug: "__proto__", language: "en") { slug } }';
    expect(await ask(url, query)).toEqual({
      data: { first: { title: 'First', html: expect.stringContaining('Seed Bank') }, proto: { slug: '__proto__' } },
    });
    writeFileSync(join(root, 'en/aaa.md'), '---\nslug: first\ntitle: Changed\n---\n');
    await told(/en\/aaa\.md changed in/);
    expect(await ask(url, query)).toMatchObject({ data: { first: { title: 'Changed' } } });
    expect([child.exitCode, existsSync(join(root, canary)), existsSync(canary)]).toEqual([null, false, false]);
  });

  test('checks a hostile folder to the end, and writes no control character of a name to the terminal', async () => {
    const root = await makeHostileFolder();
    const { code, stdout, stderr } = await run('check', root, '--no-config');
    expect(code).toBe(1);
    expect(stdout).toContain('en/code/js.md:1:4');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });
});

function writeGood(root: string): void {
  for (const [path, content] of Object.entries(goodFiles)) write(root, path, content);
}
