import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether browser tests can run here. In CI they must: a missing browser fails them. */
export const hasBrowser = existsSync(executablePath) || process.env['CI'] !== undefined;
if (!hasBrowser) process.stderr.write(`No browser at ${executablePath}: browser tests are skipped.\n`);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;

/** A page of a browser profile of its own, closed when the test ends. */
export async function openPage(): Promise<Page> {
  browser ??= chromium.launch({ executablePath, args });
  const context = await (await browser).newContext();
  onTestFinished(() => context.close());
  return context.newPage();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}
