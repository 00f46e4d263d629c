import { once } from 'node:events';
import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { apiOf } from '../support/api.ts';
import { askForText, folderOf, type Serving, serveIn, startIn } from '../support/command.ts';
import type { Files } from '../support/content.ts';

const query = '{ pages(first: 200, language: "en") { totalCount nodes { title path html links { url } } } }';
const pageOf = (index: number, edition: number): string =>
  `---\ntitle: Page ${index}\n---\n\n# Page ${index}, edition ${edition}\n\n[next](page-${index + 1}.md)\n\n${'Some words. '.repeat(40)}\n`;
const pages = 120;
const name = (index: number): string => `en/page-${index}.md`;

/** The pages whose number can be divided. */
const filesOf = (edition: number, divisor: number): Files => {
  const indexes = Array.from({ length: pages }, (_, index) => index).filter((index) => index % divisor === 0);
  return Object.fromEntries(indexes.map((index) => [name(index), pageOf(index, edition)]));
};

interface Site {
  readonly content: string;
  /** With the parse cache. */
  readonly home: string;
}

const argumentsOf = ({ content }: Site): readonly string[] => [content, '--no-config', '--port', '0'];

/** Starts a server and kills it so many milliseconds later, wherever it is by then. */
async function killAfter(site: Site, milliseconds: number): Promise<void> {
  const { child } = startIn({ env: { XDG_CACHE_HOME: site.home } }, ...argumentsOf(site));
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await once(child, 'exit');
}

/** The same from when it begins to write its cache. */
async function killAfterSave(site: Site, milliseconds: number): Promise<void> {
  const { child } = startIn({ env: { XDG_CACHE_HOME: site.home } }, ...argumentsOf(site));
  const watcher = watch(join(site.home, 'foliograph'), (_event, file) => {
    if (file?.endsWith('.tmp') === true) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  onTestFinished(() => watcher.close());
  await once(child, 'exit');
  watcher.close();
}

async function restart(site: Site): Promise<Serving & { readonly answer: string }> {
  const serving = await serveIn({ env: { XDG_CACHE_HOME: site.home } }, ...argumentsOf(site));
  return { ...serving, answer: await askForText(serving.url, query) };
}

/** What is said of these files by a program that has kept nothing. */
async function rightAnswer(files: Files): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await apiOf(files).fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.text();
}

test('kill -9 at 20 moments of a start damages no cache, and the next start serves everything', async () => {
  const files = { ...filesOf(0, 1) };
  const site = { content: folderOf(files), home: folderOf({}) };
  const first = await restart(site);
  first.child.kill('SIGTERM');
  await first.ended;
  for (let time = 0; time < 20; time++) {
    // something to parse, and to save
    const edited = filesOf(time + 1, 3);
    for (const [path, text] of Object.entries(edited)) writeFileSync(join(site.content, path), text);
    Object.assign(files, edited);
    if (time % 2 === 0) await killAfter(site, 40 * time);
    else await killAfterSave(site, time);
    const { child, ended, stderr, answer } = await restart(site);
    expect(answer).toBe(await rightAnswer(files));
    expect(stderr).not.toContain('parse cache');
    child.kill('SIGKILL');
    await ended;
  }
}, 120_000);
