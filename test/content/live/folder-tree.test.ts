import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFolder } from '../../../src/content/list-folder.ts';
import { createFolderTree } from '../../../src/content/live/folder-tree.ts';
import { temporaryFolder } from '../support.ts';
import { write } from './support.ts';

/** A tree over a folder in which some folders cannot be listed, and everything that it tells. */
function treeOf(root: string, locked: ReadonlySet<string>) {
  const files = new Map<string, string>();
  const told: string[] = [];
  const tree = createFolderTree({
    root,
    listFolder(of, folder) {
      if (locked.has(folder)) throw Object.assign(new Error('locked'), { code: 'EACCES' });
      return listFolder(of, folder);
    },
    note(path, observation) {
      if (observation === null) files.delete(path);
      else files.set(path, observation.kind === 'problem' ? observation.source.problem.message : observation.kind);
    },
    observer: { onFolder() {}, onFolderGone: (path) => told.push(`gone ${path}`) },
    onLost: (path) => told.push(`lost ${path}`),
    onBack: (path) => told.push(`back ${path}`),
  });
  const found = () => Object.fromEntries([...files].sort());
  const look = () => {
    Array.from(tree.lookAtAll());
    return found();
  };
  return { tree, look, found, told };
}

test('a folder that can be listed no more keeps what was in it, and is told once', () => {
  const root = temporaryFolder({ 'a.md': 'A', 'en/b.md': 'B', 'en/x/c.md': 'C' });
  const locked = new Set<string>();
  const { look, told } = treeOf(root, locked);
  const files = look();
  expect(Object.keys(files)).toEqual(['a.md', 'en/b.md', 'en/x/c.md']);
  locked.add('en');
  rmSync(join(root, 'en/b.md'));
  expect([look(), look()]).toEqual([files, files]);
  expect(told).toEqual(['lost en']);
  locked.delete('en');
  expect(Object.keys(look())).toEqual(['a.md', 'en/x/c.md']);
  expect(told).toEqual(['lost en', 'back en']);
});

test('a folder that never could be listed is a problem of its own until it can', () => {
  const root = temporaryFolder({ 'a.md': 'A', 'en/b.md': 'B' });
  const locked = new Set(['en']);
  const { look, told } = treeOf(root, locked);
  expect(look()).toEqual({ 'a.md': 'document', en: 'could not be read (EACCES)' });
  locked.clear();
  expect(look()).toEqual({ 'a.md': 'document', 'en/b.md': 'document' });
  expect(told).toEqual([]);
});

test('a folder that goes takes everything in it', () => {
  const root = temporaryFolder({ 'a.md': 'A', 'en/b.md': 'B', 'en/x/c.md': 'C' });
  const { look, told } = treeOf(root, new Set());
  look();
  renameSync(join(root, 'en'), join(root, '.en'));
  expect(look()).toEqual({ 'a.md': 'document' });
  expect(told).toEqual(['gone en', 'gone en/x']);
});

test('a look at one name finds a file in the place of a folder, and a folder in the place of a file', () => {
  const root = temporaryFolder({ 'x.md/a.md': 'A', 'y.md': 'Y' });
  const { tree, look, found } = treeOf(root, new Set());
  look();
  rmSync(join(root, 'x.md'), { recursive: true });
  write(root, 'x.md', 'X');
  rmSync(join(root, 'y.md'));
  write(root, 'y.md/b/c.md', 'C');
  for (const name of ['x.md', 'y.md']) Array.from(tree.lookAtName('', name));
  expect(found()).toEqual({ 'x.md': 'document', 'y.md/b/c.md': 'document' });
});

test('a look at one folder finds what is new in it, new folders included, and nothing in the others', () => {
  const root = temporaryFolder({ 'en/a.md': 'A', 'de/a.md': 'A' });
  const { tree, look, found } = treeOf(root, new Set());
  look();
  for (const path of ['en/x/b.md', 'de/b.md', 'en/c.md']) write(root, path, 'New');
  Array.from(tree.lookAtFolder('en'));
  expect(Object.keys(found())).toEqual(['de/a.md', 'en/a.md', 'en/c.md', 'en/x/b.md']);
});
