import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../../src/content/diagnostic.ts';
import type { PageNode } from '../../src/content/nodes.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';
import { type Files, snapshotOf } from '../support/content.ts';

/** A folder with these files that goes away with the test. */
export function temporaryFolder(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'foliograph-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The page of the file with this path. */
export function pageAt(snapshot: Snapshot, path: string): PageNode {
  const page = snapshot.indexes.Page.all.find(({ source }) => source.path === path);
  if (page === undefined)
    throw new Error(`expected a page at ${path}, but got: ${JSON.stringify(snapshot.diagnostics)}`);
  return page;
}

/** The page that a single English file with this text gives. */
export function pageOf(text: string): PageNode {
  return pageAt(snapshotOf({ 'text.md': text }), 'text.md');
}

/** Where and what: a diagnostic without its words. */
export const briefly = ({ code, path, line, column }: Diagnostic) => ({ code, path, line, column });

/** Code, line and column of each diagnostic that a single English file with this text gives, for its editor. */
export function problemsOf(text: string | Uint8Array) {
  const { diagnostics } = snapshotOf({ 'text.md': text }, {}, { view: 'everything' });
  return diagnostics.map(({ code, line, column }) => ({ code, line, column }));
}

/** Code, line and column of each diagnostic that these files give, with the path. */
export const problemsIn = (files: Files) => snapshotOf(files).diagnostics.map(briefly);

/** Pages of these files as `path of the file: a value of the page`. */
export function pagesOf<Value>(files: Files, read: (page: PageNode) => Value): Record<string, Value> {
  const pages = snapshotOf(files).indexes.Page.all.map((page) => [page.source.path, read(page)] as const);
  return Object.fromEntries(pages);
}
