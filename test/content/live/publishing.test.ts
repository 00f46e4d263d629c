import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultBuildOptions } from '../../../src/content/build-options.ts';
import { buildSnapshot } from '../../../src/content/build-snapshot.ts';
import type { Clock } from '../../../src/content/live/clock.ts';
import { openLiveContent } from '../../../src/content/live/live-content.ts';
import type { LiveEvent } from '../../../src/content/live/live-event.ts';
import { createUnderstanding } from '../../../src/content/understand.ts';
import { expectSameSnapshot } from '../../support/same-snapshot.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { temporaryFolder } from '../support.ts';
import { follow, titlesOf, write } from './support.ts';

const day = 86_400_000;

/** A clock whose wall clock goes with it, from now on, and can be set. */
function createWallClock() {
  const clock = createTestClock();
  const start = Date.now();
  let offset = 0;
  return {
    ...clock,
    start,
    wallTime: () => start + offset + clock.now(),
    set(milliseconds: number) {
      offset += milliseconds;
    },
  };
}

const page = (title: string, ...lines: readonly string[]): string =>
  `---\n${[`title: ${title}`, ...lines].join('\n')}\n---\n\nText\n`;
const at = (instant: number): string => new Date(instant).toISOString();
const linesOf = (events: readonly LiveEvent[], kind: LiveEvent['kind']) =>
  events.flatMap((event) => (event.kind === kind ? event : []));

describe('time alone', () => {
  test('publishes and withdraws at the millisecond, and says so', async () => {
    const clock = createWallClock();
    const comes = page('Comes', `publishAt: ${at(clock.start + 90_000)}`);
    const goes = page('Goes', `expireAt: ${at(clock.start + 90_000)}`);
    const root = temporaryFolder({ 'en/a.md': '# A\n', 'en/comes.md': comes, 'en/goes.md': goes });
    const { live, events, published } = await follow({ root, clock });
    expect(titlesOf(live.current())).toEqual({ 'en/a.md': 'A', 'en/goes.md': 'Goes' });
    await clock.advance(89_899);
    expect([published(), events]).toEqual([[], []]);
    const before = live.current().revision;
    await clock.advance(1);
    expect(published()).toEqual([{ 'en/a.md': 'A', 'en/comes.md': 'Comes' }]);
    expect(live.current().builtAt).toBe(at(clock.start + 90_000));
    expect(events).toEqual([
      {
        kind: 'published',
        before,
        revision: live.current().revision,
        ...{ changed: [], added: [], removed: [], appeared: ['en/comes.md'], withdrawn: ['en/goes.md'] },
        ...{ haveAssetsChanged: false, milliseconds: 0 },
      },
    ]);
    unlinkSync(join(root, 'en/goes.md'));
    expect(live.current().revision).toBe(
      buildSnapshot(root, undefined, { now: () => new Date(clock.wallTime()) }).revision,
    );
  });

  test('does so while a file that changed is being parsed elsewhere', async () => {
    const clock = createWallClock();
    const goes = page('Goes', `expireAt: ${at(clock.start + 5000)}`);
    const root = temporaryFolder({ 'en/a.md': '# A\n', 'en/goes.md': goes });
    let isStuck = false;
    const ahead = () => (isStuck ? new Promise<void>(() => {}) : null);
    const { live, hint } = await follow({ root, clock, ahead });
    isStuck = true;
    write(root, 'en/a.md', '# B\n');
    hint('en/a.md');
    await clock.advance(4899);
    expect(titlesOf(live.current())).toEqual({ 'en/a.md': 'A', 'en/goes.md': 'Goes' });
    await clock.advance(1);
    expect(titlesOf(live.current())).toEqual({ 'en/a.md': 'A' });
  });

  test('does so where the disk is not followed, however far away the instant is', async () => {
    const clock = createWallClock();
    const root = temporaryFolder({ 'a.md': '# A\n', 'b.md': page('B', `publishAt: ${at(clock.start + 40 * day)}`) });
    const { live, published } = await openUnfollowed(root, clock, 20 * day);
    live.followTime();
    write(root, 'a.md', '# Other\n');
    await clock.advance(40 * day - 1);
    expect(published).toEqual([]);
    await clock.advance(1);
    expect(published).toEqual([{ 'a.md': 'A', 'b.md': 'B' }]);
  });

  test.each(['follow', 'followTime'] as const)(
    'does so within seconds after the wall clock was set, forth or back (%s)',
    async (begin) => {
      const clock = createWallClock();
      const root = temporaryFolder({ 'a.md': '# A\n', 'b.md': page('B', `publishAt: ${at(clock.start + day)}`) });
      const { live, published } = await openUnfollowed(root, clock);
      live[begin]();
      await clock.advance(100);
      clock.set(day);
      await clock.advance(2100);
      expect(published).toEqual([{ 'a.md': 'A', 'b.md': 'B' }]);
      clock.set(-day);
      await clock.advance(2100);
      expect(published.slice(1)).toEqual([{ 'a.md': 'A' }]);
    },
  );

  test('finds what is wrong with a page that it published', async () => {
    const clock = createWallClock();
    const text = `${page('B', `publishAt: ${at(clock.start + 60_000)}`)}[x]() [y](/nowhere)\n`;
    const { events } = await follow({ root: temporaryFolder({ 'a.md': '# A\n', 'b.md': text }), clock });
    await clock.advance(61_000);
    const told = linesOf(events, 'problems').flatMap((event) => ('diagnostics' in event ? event.diagnostics : []));
    // the empty link was known before
    expect(told.map(({ path, code }) => `${path} ${code}`)).toEqual(['b.md link-broken']);
  });
});

describe('an edit', () => {
  test('of a draft changes nothing that is served, and is told with its problems', async () => {
    const { root, clock, events, hint, live, published } = await followDraft();
    const { revision } = live.current();
    write(root, 'draft.md', page('Draft 2', 'draft: true', 'date: never'));
    hint('draft.md');
    await clock.advance(1000);
    write(root, 'other.md', page('Other', 'draft: true'));
    hint('other.md');
    await clock.advance(1000);
    unlinkSync(join(root, 'draft.md'));
    hint('draft.md');
    await clock.advance(1000);
    expect([published(), live.current().revision]).toEqual([[], revision]);
    expect(events).toEqual([
      { kind: 'hidden', changed: ['draft.md'], added: [], removed: [] },
      { kind: 'problems', diagnostics: [expect.objectContaining({ path: 'draft.md', code: 'date-invalid' })] },
      { kind: 'hidden', changed: [], added: ['other.md'], removed: [] },
      { kind: 'hidden', changed: [], added: [], removed: ['draft.md'] },
    ]);
  });

  test('of the frontmatter publishes and withdraws', async () => {
    const { root, clock, events, hint, published } = await followDraft();
    for (const line of ['draft: false', 'draft: true', 'expireAt: 2020-01-01', 'publishAt: 2020-01-01']) {
      write(root, 'draft.md', page('Draft', line));
      hint('draft.md');
      await clock.advance(1000);
    }
    expect(published()).toEqual([
      { 'a.md': 'A', 'draft.md': 'Draft' },
      { 'a.md': 'A' },
      { 'a.md': 'A', 'draft.md': 'Draft' },
    ]);
    const none = { changed: [], added: [], removed: [] };
    expect(linesOf(events, 'published')).toEqual([
      expect.objectContaining({ ...none, appeared: ['draft.md'], withdrawn: [] }),
      expect.objectContaining({ ...none, appeared: [], withdrawn: ['draft.md'] }),
      expect.objectContaining({ ...none, appeared: ['draft.md'], withdrawn: [] }),
    ]);
  });

  test('that breaks a page keeps its last good version, until that expires', async () => {
    const clock = createWallClock();
    const good = page('B', `expireAt: ${at(clock.start + 60_000)}`);
    const root = temporaryFolder({ 'a.md': '# A\n', 'b.md': good });
    const { events, hint, published } = await follow({ root, clock });
    write(root, 'b.md', '---\ntitle: a: b\n---\n');
    hint('b.md');
    await clock.advance(2000);
    expect(events.map(({ kind }) => kind)).toEqual(['refused']);
    expect(published()).toEqual([]);
    await clock.advance(60_000);
    expect(published()).toEqual([{ 'a.md': 'A' }]);
  });

  test('that breaks a draft is told as a problem, once', async () => {
    const { root, clock, events, hint } = await followDraft();
    for (const text of [page('a: b', 'draft: true'), page('Draft', 'draft: true')]) {
      write(root, 'draft.md', text);
      hint('draft.md');
      await clock.advance(5000);
    }
    expect(events).toEqual([
      { kind: 'hidden', changed: ['draft.md'], added: [], removed: [] },
      { kind: 'problems', diagnostics: [expect.objectContaining({ path: 'draft.md', code: 'frontmatter-yaml' })] },
      { kind: 'hidden', changed: ['draft.md'], added: [], removed: [] },
    ]);
  });

  test('that deletes a broken draft mends nothing', async () => {
    const { root, clock, events, hint } = await followDraft();
    write(root, 'draft.md', page('a: b', 'draft: true'));
    hint('draft.md');
    await clock.advance(5000);
    unlinkSync(join(root, 'draft.md'));
    hint('draft.md');
    await clock.advance(5000);
    expect(events.map(({ kind }) => kind)).toEqual(['hidden', 'problems', 'hidden']);
  });

  test.each([
    ['Markdown', page('B', 'draft: true').concat('\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> theirs\n')],
    ['YAML', page('a: b', 'draft: true')],
  ])('that breaks the %s of a page and makes it a draft withdraws it', async (_, text) => {
    const root = temporaryFolder({ 'a.md': '# A\n', 'b.md': page('B') });
    const { clock, events, hint, published } = await follow({ root });
    write(root, 'b.md', text);
    hint('b.md');
    await clock.advance(2000);
    expect(published()).toEqual([{ 'a.md': 'A' }]);
    expect(events.map(({ kind }) => kind)).toEqual(['published', 'problems']);
    expect(events[0]).toMatchObject({ changed: [], withdrawn: ['b.md'] });
    expect(events[1]).toMatchObject({ diagnostics: [{ path: 'b.md', severity: 'error' }] });
    write(root, 'b.md', page('a: b'));
    hint('b.md');
    await clock.advance(2000);
    expect(published()).toEqual([{ 'a.md': 'A', 'b.md': 'B' }]);
  });
});

describe('a preview', () => {
  test('has everything, and follows what the public never sees', async () => {
    const { root, clock, events, hint, live, published } = await followDraft(true);
    const everything = () => live.preview()?.current();
    write(root, 'draft.md', page('Draft 2', 'draft: true'));
    hint('draft.md');
    await clock.advance(1000);
    expect(published()).toEqual([]);
    expect(events[0]).toEqual({ kind: 'previewed', changed: ['draft.md'], removed: [], haveAssetsChanged: false });
    const fresh = buildSnapshot(root, undefined, { view: 'everything' });
    expectSameSnapshot(everything() ?? live.current(), fresh);
    expect(titlesOf(fresh)).toEqual({ 'a.md': 'A', 'draft.md': 'Draft 2' });
  });

  test('is there only where somebody wants it', async () => {
    const { live } = await followDraft();
    expect(live.preview()).toBeNull();
  });
});

/** Content that follows nothing yet. */
async function openUnfollowed(root: string, clock: Clock, sweepInterval = 2000) {
  const published: Readonly<Record<string, string>>[] = [];
  const live = await openLiveContent({
    ...{ folders: { root }, options: defaultBuildOptions, understand: createUnderstanding(defaultBuildOptions) },
    ...{ clock, watchFolder: null, sweepInterval, withPreview: false },
    ...{ onProgress() {}, onPublish: (snapshot) => published.push(titlesOf(snapshot)), report() {} },
  });
  onTestFinished(live.close);
  return { live, published };
}

async function followDraft(withPreview = false) {
  const root = temporaryFolder({ 'a.md': '# A\n', 'draft.md': page('Draft', 'draft: true') });
  return { root, ...(await follow({ root, withPreview })) };
}
