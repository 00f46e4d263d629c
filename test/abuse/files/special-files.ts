import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const secret = 'What nobody meant to publish.';
const isRoot = process.getuid?.() === 0;

interface Places {
  /** Of what is to be made. */
  readonly path: string;
  /** A folder that is no part of the content. */
  readonly outside: string;
}

interface SpecialFile {
  /** Below the content root. */
  readonly path: string;
  readonly make: (places: Places) => void | Promise<void>;
  /** As `code line:column`; `null` where it is passed over or cannot be made here. */
  readonly problem: string | null;
}

const linkTo = (target: string) => ({
  make: ({ path }: Places) => symlinkSync(target, path),
  problem: 'file-not-regular 1:1',
});
const linkOut = (name: string) => ({
  make: ({ path, outside }: Places) => symlinkSync(join(outside, name), path),
  problem: 'file-not-regular 1:1',
});

/** What a text file on the disk is not: each with the way to make it. */
export const specialFiles: readonly SpecialFile[] = [
  {
    path: 'en/special/fifo.md',
    make: ({ path }) => void execFileSync('mkfifo', [path]),
    problem: 'file-not-regular 1:1',
  },
  { path: 'en/special/socket.md', make: ({ path }) => listenAt(path), problem: 'file-not-regular 1:1' },
  {
    path: 'en/special/device.md',
    // only a superuser can make one
    make: ({ path }) => void (isRoot && execFileSync('mknod', [path, 'c', '1', '5'])),
    problem: isRoot ? 'file-not-regular 1:1' : null,
  },
  { path: 'en/special/null.md', ...linkTo('/dev/null') },
  { path: 'en/special/zero.md', ...linkTo('/dev/zero') },
  { path: 'en/special/terminal.md', ...linkTo('/dev/tty') },
  { path: 'en/special/environment.md', ...linkTo('/proc/self/environ') },
  { path: 'en/special/passwords.md', ...linkTo('../../../../../../../../etc/passwd') },
  { path: 'en/special/secret.md', ...linkOut('secret.md') },
  { path: 'en/special/outside', ...linkOut('') },
  { path: 'en/special/around', ...linkTo('..') },
  { path: 'en/special/itself.md', ...linkTo('itself.md') },
  { path: 'en/special/to.md', ...linkTo('fro.md') },
  { path: 'en/special/fro.md', ...linkTo('to.md') },
  { path: 'en/special/nowhere.md', ...linkTo('missing.md') },
  { path: 'en/special/picture.png', ...linkTo('/dev/zero'), problem: null },
  { path: 'en/special/.hidden.md', make: ({ path }) => writeFileSync(path, secret), problem: null },
  { path: 'en/special/folder.md', make: ({ path }) => mkdirSync(path), problem: null },
  {
    path: 'en/special/sparse.md',
    make({ path }) {
      writeFileSync(path, '');
      truncateSync(path, 100 * 1024 * 1024);
    },
    problem: 'file-too-large 1:1',
  },
  {
    path: 'en/special/no-text-\uFFFD.md',
    make: ({ path }) => writeFileSync(namedByBytes(path), secret),
    problem: 'file-unreadable 1:1',
  },
  {
    path: 'en/special/locked.md',
    // a superuser would read it all the same; permissions.test.ts gives its rights up first
    make({ path }) {
      if (isRoot) return;
      writeFileSync(path, secret);
      chmodSync(path, 0o000);
    },
    problem: isRoot ? null : 'file-unreadable 1:1',
  },
];

/** Makes them all below a content root that has the folder. They go with it when the test ends. */
export async function makeSpecialFiles(root: string): Promise<void> {
  const outside = mkdtempSync(join(tmpdir(), 'foliograph-outside-'));
  onTestFinished(() => rmSync(outside, { recursive: true }));
  writeFileSync(join(outside, 'secret.md'), secret);
  mkdirSync(join(root, 'en/special'), { recursive: true });
  for (const { path, make } of specialFiles) await make({ path: join(root, path), outside });
}

function listenAt(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) => server.listen(path, resolve));
}

/** The replacement character as a byte that is no UTF-8. */
function namedByBytes(path: string): Buffer {
  const [before = '', after = ''] = path.split('\uFFFD');
  return Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]);
}
