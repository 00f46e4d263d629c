import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderOf } from '../../support/command.ts';

const command = fileURLToPath(new URL('../../../bin/foliograph.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** A superuser may read everything, so that the command runs as somebody who may not. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

/** What `check --format json` tells of a folder. */
async function check(root: string): Promise<readonly Record<string, unknown>[]> {
  const child = spawn(process.execPath, [command, 'check', root, '--format', 'json', '--no-config'], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...nobody,
  });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text).diagnostics;
}

test.skipIf(process.platform === 'win32')('what nobody may read is told, and the rest is served', async () => {
  const root = folderOf({ 'en/good.md': '# Good\n', 'en/locked.md': '# Locked\n' });
  mkdirSync(join(root, 'en/closed'));
  writeFileSync(join(root, 'en/closed/page.md'), '# Closed\n');
  mkdirSync(join(root, 'en/unsearchable'));
  writeFileSync(join(root, 'en/unsearchable/page.md'), '# Unsearchable\n');
  chmodSync(root, 0o755);
  chmodSync(join(root, 'en/locked.md'), 0o000);
  chmodSync(join(root, 'en/closed'), 0o000);
  chmodSync(join(root, 'en/unsearchable'), 0o644);
  const told = (await check(root)).map(({ code, path, line, column, message }) => ({
    code,
    path,
    line,
    column,
    message,
  }));
  for (const folder of ['en/closed', 'en/unsearchable']) chmodSync(join(root, folder), 0o755);
  const place = { code: 'file-unreadable', line: 1, column: 1, message: 'could not be read (EACCES)' };
  expect(told).toEqual([
    { ...place, path: 'en/closed' },
    { ...place, path: 'en/locked.md' },
    { ...place, path: 'en/unsearchable/page.md' },
  ]);
});
