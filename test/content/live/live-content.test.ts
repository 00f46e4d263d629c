import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import type { LiveEvent } from '../../../src/content/live/live-event.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { expectSameSnapshot } from '../../support/same-snapshot.ts';
import { temporaryFolder } from '../support.ts';
import { follow, titlesOf, write } from './support.ts';

const files = { 'en/a.md': '# A\n', 'de/b.md': '# B\n' };
const broken = '---\ntitle: a: b\n---\n';

/** The revision that the folder has for a server that starts now. */
const freshRevision = (root: string): string => buildSnapshot(root).revision;
const kindsOf = (events: readonly LiveEvent[]) => events.map(({ kind }) => kind);

describe('what is served', () => {
  test('is at first what a build gives', async () => {
    const root = temporaryFolder({ ...files, 'de/broken.md': broken });
    symlinkSync(join(root, 'en/a.md'), join(root, 'link.md'));
    const { live } = await follow({ root });
    expectSameSnapshot(live.current(), buildSnapshot(root));
  });

  test('follows a change that nobody tells, within two sweeps', async () => {
    const root = temporaryFolder(files);
    const { clock, live, published } = await follow({ root });
    write(root, 'en/new/c.md', '# C\n');
    rmSync(join(root, 'de'), { recursive: true });
    await clock.advance(4100);
    expect(published()).toEqual([{ 'en/a.md': 'A', 'en/new/c.md': 'C' }]);
    expect(live.current().revision).toBe(freshRevision(root));
  });

  test('follows what changed before anything was watched', async () => {
    const root = temporaryFolder(files);
    const { published } = await follow({
      root,
      watchFolder(path) {
        if (path === root) write(root, 'en/a.md', '# Meanwhile\n');
        return { close() {} };
      },
    });
    expect(published()).toEqual([{ 'en/a.md': 'Meanwhile', 'de/b.md': 'B' }]);
  });

  test('is caught up with on request, however short ago something changed', async () => {
    const root = temporaryFolder(files);
    const { clock, live } = await follow({ root });
    write(root, 'en/a.md', '# New\n');
    rmSync(join(root, 'de/b.md'));
    const caughtUp = live.catchUp();
    await clock.advance(200);
    await caughtUp;
    expect(titlesOf(live.current())).toEqual({ 'en/a.md': 'New' });
  });

  test('holds nothing of its first snapshot once another one is served', async () => {
    const root = temporaryFolder(files);
    const { live, clock, published } = await follow({ root });
    const first = new WeakRef(live.current());
    write(root, 'en/a.md', '# New\n');
    write(root, 'de/b.md', '# New\n');
    await clock.advance(5000);
    expect(published()).toHaveLength(1);
    await collectGarbage();
    expect(first.deref()?.revision).toBeUndefined();
  });

  test('is never understood here of other bytes than those that were parsed elsewhere', async () => {
    const root = temporaryFolder(files);
    const understand = createUnderstanding(defaultBuildOptions);
    const [elsewhere, here]: [string[], string[]] = [[], []];
    const { clock, live, hint } = await follow({
      root,
      understand(entry) {
        if ('bytes' in entry) here.push(Buffer.from(entry.bytes).toString());
        return understand(entry);
      },
      async ahead({ bytes }) {
        elsewhere.push(Buffer.from(bytes).toString());
        // while it is parsed somebody writes the next version
        if (elsewhere.length < 4) write(root, 'en/a.md', `# Version ${elsewhere.length + 1}\n`);
      },
    });
    here.splice(0);
    write(root, 'en/a.md', '# Version 1\n');
    hint('en/a.md');
    await clock.advance(8000);
    expect(titlesOf(live.current())).toMatchObject({ 'en/a.md': 'Version 4' });
    expect(here).toEqual(elsewhere);
  });

  test('changes no more once it is closed', async () => {
    const root = temporaryFolder(files);
    const { clock, hint, live, published, watched } = await follow({ root });
    write(root, 'en/a.md', '# New\n');
    hint('en/a.md');
    live.close();
    await clock.advance(10_000);
    expect([published(), watched()]).toEqual([[], []]);
  });
});

describe('folders', () => {
  test('are watched from when they come until they go', async () => {
    const root = temporaryFolder(files);
    const { clock, hint, published, watched } = await follow({ root });
    expect(watched()).toEqual(['', 'de', 'en']);
    write(root, 'fr/x/y/c.md', '# C\n');
    hint('fr');
    await clock.advance(5);
    expect(published()).toEqual([{ 'de/b.md': 'B', 'en/a.md': 'A', 'fr/x/y/c.md': 'C' }]);
    expect(watched()).toEqual(['', 'de', 'en', 'fr', 'fr/x', 'fr/x/y']);
    await clock.advance(50);
    renameSync(join(root, 'fr/x'), join(root, 'it'));
    hint('fr/x');
    hint('it');
    await clock.advance(5);
    expect(published()).toEqual([{ 'de/b.md': 'B', 'en/a.md': 'A', 'it/y/c.md': 'C' }]);
    expect(watched()).toEqual(['', 'de', 'en', 'fr', 'it', 'it/y']);
  });

  test('that take the place of others are watched and read anew', async () => {
    const root = temporaryFolder({ ...files, 'other/a.md': '# Other\n' });
    const { clock, hint, published } = await follow({ root });
    renameSync(join(root, 'en'), join(root, '.old'));
    renameSync(join(root, 'other'), join(root, 'en'));
    hint('en');
    await clock.advance(100);
    expect(published()).toContainEqual(expect.objectContaining({ 'en/a.md': 'Other' }));
    write(root, 'en/a.md', '# Again\n');
    hint('en/a.md');
    await clock.advance(60);
    expect(published().at(-1)).toMatchObject({ 'en/a.md': 'Again' });
  });

  test('are swept alone when the system watches no more, which is told once', async () => {
    const root = temporaryFolder(files);
    let count = 0;
    const { clock, events, published } = await follow({
      root,
      watchFolder() {
        if (++count > 1) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return { close() {} };
      },
    });
    write(root, 'en/new/c.md', '# C\n');
    await clock.advance(2100);
    expect(published()).toEqual([{ 'de/b.md': 'B', 'en/a.md': 'A', 'en/new/c.md': 'C' }]);
    expect(events.filter(({ kind }) => kind === 'hints-lost')).toEqual([{ kind: 'hints-lost', code: 'ENOSPC' }]);
    expect(count).toBe(2);
  });

  test('that are hidden are neither watched nor read', async () => {
    const root = temporaryFolder(files);
    const { clock, hint, watched } = await follow({ root });
    write(root, '.git/c.md', '# C\n');
    hint('.git');
    await clock.advance(5000);
    expect(watched()).toEqual(['', 'de', 'en']);
  });
});

describe('a file that breaks', () => {
  test('keeps its last good version, which is told once for each broken version', async () => {
    const root = temporaryFolder(files);
    const { clock, events, hint, live } = await follow({ root });
    const { revision } = live.current();
    write(root, 'en/a.md', broken);
    hint('en/a.md');
    await clock.advance(10_000);
    const problem = { code: 'frontmatter-yaml', path: 'en/a.md', line: 2, column: 9 };
    const refused = { kind: 'refused', refused: freshRevision(root), revision };
    expect(events).toEqual([{ ...refused, files: [['en/a.md', [expect.objectContaining(problem)]]] }]);
    expect(titlesOf(live.current())).toEqual({ 'en/a.md': 'A', 'de/b.md': 'B' });
    write(root, 'en/a.md', `\n${broken}\n<<<<<<< HEAD\n`);
    write(root, 'de/b.md', '# New\n');
    await clock.advance(5000);
    expect(kindsOf(events)).toEqual(['refused', 'published', 'refused']);
    expect(events[1]).toMatchObject({ changed: ['de/b.md'], added: [], removed: [] });
  });

  test('is told again when it is mended, or published when it is another', async () => {
    const root = temporaryFolder(files);
    const { clock, events, live } = await follow({ root });
    const { revision } = live.current();
    for (const text of [broken, files['en/a.md'], broken, '# New\n']) {
      write(root, 'en/a.md', text);
      await clock.advance(5000);
    }
    expect(kindsOf(events)).toEqual(['refused', 'mended', 'refused', 'published']);
    expect(events[1]).toEqual({ kind: 'mended', revision, paths: ['en/a.md'] });
    expect(events[3]).toMatchObject({ changed: ['en/a.md'] });
    expect(live.current().revision).toBe(freshRevision(root));
  });

  test('is gone when it is deleted', async () => {
    const root = temporaryFolder(files);
    const { clock, events, live } = await follow({ root });
    write(root, 'en/a.md', broken);
    await clock.advance(5000);
    unlinkSync(join(root, 'en/a.md'));
    await clock.advance(5000);
    expect(kindsOf(events)).toEqual(['refused', 'published']);
    expect(live.current().revision).toBe(freshRevision(root));
  });

  test('is served once it is good when it is new', async () => {
    const root = temporaryFolder(files);
    const { clock, live } = await follow({ root });
    write(root, 'en/new.md', broken);
    await clock.advance(5000);
    expectSameSnapshot(live.current(), buildSnapshot(root));
    write(root, 'en/new.md', '# New\n');
    await clock.advance(5000);
    expectSameSnapshot(live.current(), buildSnapshot(root));
  });
});

describe('the root', () => {
  test('may vanish and come back: what was in it goes on being served', async () => {
    const parent = temporaryFolder({ 'content/en/a.md': '# A\n', 'content/b.md': '# B\n' });
    const root = join(parent, 'content');
    const { clock, events, hint, live, published } = await follow({ root });
    rmSync(root, { recursive: true });
    hint('b.md');
    hint('en');
    await clock.advance(5000);
    expect(published()).toEqual([]);
    expect(events).toEqual([{ kind: 'folder-lost', folder: { of: 'content', path: '' }, reason: 'ENOENT' }]);
    write(root, 'en/a.md', '# Back\n');
    await clock.advance(5000);
    expect(published()).toEqual([{ 'en/a.md': 'Back' }]);
    expect(kindsOf(events)).toEqual(['folder-lost', 'folder-back', 'published']);
    expect(live.current().revision).toBe(freshRevision(root));
  });

  test('may be empty for a while', async () => {
    const root = temporaryFolder(files);
    const { clock, events, published } = await follow({ root });
    for (const name of ['en', 'de']) rmSync(join(root, name), { recursive: true });
    await clock.advance(5000);
    expect(published()).toEqual([]);
    write(root, 'c.md', '# C\n');
    await clock.advance(5000);
    expect(published()).toEqual([{ 'c.md': 'C' }]);
    expect(kindsOf(events)).toEqual(['folder-lost', 'folder-back', 'published']);
  });

  test('may be a symbolic link that is made to lead elsewhere', async () => {
    const parent = temporaryFolder({ 'v1/a.md': '# One\n', 'v2/a.md': '# Two\n', 'v2/x/b.md': '# B\n' });
    const root = join(parent, 'content');
    symlinkSync('v1', root);
    const { clock, hint, live, published } = await follow({ root });
    symlinkSync('v2', join(parent, 'next'));
    renameSync(join(parent, 'next'), root);
    await clock.advance(2100);
    expect(published()).toEqual([{ 'a.md': 'Two', 'x/b.md': 'B' }]);
    write(root, 'x/b.md', '# New\n');
    hint('x/b.md');
    await clock.advance(60);
    expect(titlesOf(live.current())).toEqual({ 'a.md': 'Two', 'x/b.md': 'New' });
  });
});

describe('the assets', () => {
  const options = { ...defaultBuildOptions, severities: {} };
  const page = '# A\n\n![x](/img/x.png)\n';
  const codes = (live: { current(): { diagnostics: readonly { code: string }[] } }) =>
    live.current().diagnostics.map(({ code }) => code);

  test('are followed by name', async () => {
    const folder = temporaryFolder({ 'content/a.md': page, 'static/robots.txt': '' });
    const [root, assets] = [join(folder, 'content'), join(folder, 'static')];
    const { clock, events, live } = await follow({ root, assets, options });
    expect(codes(live)).toEqual(['asset-missing']);
    write(assets, 'img/x.png', 'x');
    await clock.advance(4100);
    expect(codes(live)).toEqual([]);
    expect(events).toMatchObject([{ kind: 'published', haveAssetsChanged: true, changed: [] }]);
    unlinkSync(join(assets, 'img/x.png'));
    await clock.advance(4100);
    expect(codes(live)).toEqual(['asset-missing']);
    expectSameSnapshot(live.current(), buildSnapshot({ root, assets }));
  });

  test('are looked at when a hint tells of them', async () => {
    const folder = temporaryFolder({ 'content/a.md': page, 'static/img/y.png': '' });
    const [root, assets] = [join(folder, 'content'), join(folder, 'static')];
    const { clock, hint, live } = await follow({ root, assets, options });
    write(assets, 'img/x.png', 'x');
    hint('../static/img/x.png');
    await clock.advance(5);
    expect(codes(live)).toEqual([]);
  });

  test('stay known while their folder is away', async () => {
    const folder = temporaryFolder({ 'content/a.md': page, 'static/img/x.png': '' });
    const [root, assets] = [join(folder, 'content'), join(folder, 'static')];
    const { clock, events, live } = await follow({ root, assets, options });
    renameSync(assets, join(folder, 'away'));
    await clock.advance(5000);
    expect(codes(live)).toEqual([]);
    mkdirSync(assets);
    await clock.advance(5000);
    expect(codes(live)).toEqual(['asset-missing']);
    expect(kindsOf(events)).toEqual(['folder-lost', 'folder-back', 'published']);
    expect(events[0]).toEqual({ kind: 'folder-lost', folder: { of: 'assets', path: '' }, reason: 'ENOENT' });
  });

  test('are those of what is served until that changes', async () => {
    const folder = temporaryFolder({ 'content/a.md': page, 'static/robots.txt': '' });
    const [root, assets] = [join(folder, 'content'), join(folder, 'static')];
    const { clock, hint, live } = await follow({ root, assets, options });
    const paths = () => [...(live.assets()?.paths ?? [])].sort();
    write(assets, 'x.png', 'x');
    hint('../static/x.png');
    // what looks unfinished is waited for
    write(root, 'a.md', '');
    hint('a.md');
    await clock.advance(20);
    expect(paths()).toEqual(['/robots.txt']);
    await clock.advance(5000);
    expect(paths()).toEqual(['/robots.txt', '/x.png']);
  });
});

describe('what nobody foresaw', () => {
  test('is told once, ends nothing, and is tried again', async () => {
    const root = temporaryFolder(files);
    const understand = createUnderstanding(defaultBuildOptions);
    let isFailing = false;
    const { clock, events, published } = await follow({
      root,
      understand(entry) {
        if (isFailing) throw new Error('surprise');
        return understand(entry);
      },
    });
    isFailing = true;
    write(root, 'en/a.md', '# New\n');
    await clock.advance(10_000);
    expect(events).toEqual([{ kind: 'failed', error: new Error('surprise') }]);
    isFailing = false;
    await clock.advance(3000);
    expect(published()).toEqual([{ 'en/a.md': 'New', 'de/b.md': 'B' }]);
  });

  test('keeps nothing from being published later', async () => {
    const root = temporaryFolder(files);
    const published: string[] = [];
    const { clock, events } = await follow({
      root,
      onPublish({ revision }) {
        if (published.push(revision) === 1) throw new Error('no room');
      },
    });
    write(root, 'en/a.md', '# New\n');
    await clock.advance(3000);
    write(root, 'en/a.md', '# Newer\n');
    await clock.advance(3000);
    expect(published).toHaveLength(2);
    expect(published[1]).toBe(freshRevision(root));
    expect(kindsOf(events)).toEqual(['failed', 'published']);
  });
});
