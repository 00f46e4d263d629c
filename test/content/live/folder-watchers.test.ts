import { expect, test } from 'vitest';
import { createFolderWatchers, type WatchFolder } from '../../../src/content/live/folder-watchers.ts';

/** Watchers, and everything that becomes of them. */
function watchersOn(failures: Readonly<Record<string, string>> = {}) {
  const told: string[] = [];
  const errors = new Map<string, (error: unknown) => void>();
  const watchFolder: WatchFolder = (path, { onError }) => {
    const code = failures[path];
    if (code !== undefined) throw Object.assign(new Error('failed'), { code });
    told.push(`open ${path}`);
    errors.set(path, onError);
    return { close: () => told.push(`close ${path}`) };
  };
  const watchers = createFolderWatchers({
    watchFolder,
    onHint() {},
    onExhausted: (code) => told.push(`exhausted ${code}`),
  });
  watchers.start();
  return { watchers, told, fail: (path: string) => errors.get(path)?.(new Error('gone')) };
}

test('a folder is watched once, and another one that takes its place anew', () => {
  const { watchers, told } = watchersOn();
  for (const identity of ['1', '1', '2']) watchers.watch('en', { path: '/en', identity });
  expect(told).toEqual(['open /en', 'close /en', 'open /en']);
});

test('a watcher that fails is replaced the next time', () => {
  const { watchers, told, fail } = watchersOn();
  watchers.watch('en', { path: '/en', identity: '1' });
  fail('/en');
  watchers.watch('en', { path: '/en', identity: '1' });
  expect(told).toEqual(['open /en', 'close /en', 'open /en']);
});

test('a folder that is gone before it can be watched keeps none of the others from being watched', () => {
  const { watchers, told } = watchersOn({ '/en': 'ENOENT' });
  for (const name of ['en', 'de']) watchers.watch(name, { path: `/${name}`, identity: '1' });
  expect(told).toEqual(['open /de']);
});

test('nothing more is watched once the system has no more watches, and nothing before the start', () => {
  const { watchers, told } = watchersOn({ '/en': 'EMFILE' });
  for (const name of ['de', 'en', 'fr']) watchers.watch(name, { path: `/${name}`, identity: '1' });
  expect(told).toEqual(['open /de', 'exhausted EMFILE']);
  watchers.closeAll();
  watchers.watch('it', { path: '/it', identity: '1' });
  expect(told.at(-1)).toBe('close /de');
});
