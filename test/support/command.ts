import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Files } from './content.ts';

const main = fileURLToPath(new URL('../../bin/foliograph.js', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command until it ends. */
export function run(...args: readonly string[]): Promise<Ended> {
  return runIn({}, ...args);
}

interface Surroundings {
  /** The working folder. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The same in a folder and an environment of one's own. */
export async function runIn(surroundings: Surroundings, ...args: readonly string[]): Promise<Ended> {
  const { child, output } = start(args, surroundings);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...output };
}

export interface Serving {
  readonly child: ChildProcess;
  /** What it printed to stderr until it was ready, the ready line included. */
  readonly stderr: string;
  readonly url: string;
  /** Resolves with all that it printed to stderr, once that matches. */
  told(pattern: RegExp): Promise<string>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts the built command, and waits for its ready line. It is killed when the test ends. */
export function serve(...args: readonly string[]): Promise<Serving> {
  return serveIn({}, ...args);
}

/** The same in a folder and an environment of one's own. */
export async function serveIn(surroundings: Surroundings, ...args: readonly string[]): Promise<Serving> {
  const { child, output } = start(args, surroundings);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', () => {
      const found = /ready in .*?(http:\S+\/graphql)\b/.exec(output.stderr)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code} before it was ready: ${output.stderr}`)));
  });
  const told = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (pattern.test(output.stderr)) resolve(output.stderr);
      };
      child.stderr?.on('data', look);
      look();
    });
  return { child, stderr: output.stderr, url, told, ended };
}

/** Starts the built command in a folder and an environment of one's own. It is killed when the test ends. */
export function startIn(surroundings: Surroundings, ...args: readonly string[]) {
  return start(args, surroundings);
}

function start(args: readonly string[], { cwd = project, env = {} }: Surroundings = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    // what the terminal of whoever runs the tests takes must not matter, and their caches are theirs
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, XDG_CACHE_HOME: folderOf({}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return { child, output };
}

/** Writes files into a folder of their own, which goes with the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'foliograph-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Asks a served API. */
export async function ask(url: string, query: string): Promise<unknown> {
  return JSON.parse(await askForText(url, query));
}

export async function askForText(url: string, query: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}
