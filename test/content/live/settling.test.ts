import { renameSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support.ts';
import { follow, write } from './support.ts';

const files = { 'a.md': '# A\n', 'b.md': '# B\n' };

test('a lone change is published within 5 ms of its hint', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  write(root, 'a.md', '# New\n');
  hint('a.md');
  await clock.advance(5);
  expect(published()).toEqual([{ 'a.md': 'New', 'b.md': 'B' }]);
});

test('changes that come together are published once, 50 ms after the last one', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  for (const index of [1, 2, 3, 4]) {
    write(root, `new-${index}.md`, `# ${index}\n`);
    write(root, 'a.md', `# A ${index}\n`);
    hint(`new-${index}.md`);
    hint('a.md');
    await clock.advance(40);
  }
  expect(published()).toEqual([]);
  await clock.advance(20);
  const added = { 'new-1.md': '1', 'new-2.md': '2', 'new-3.md': '3', 'new-4.md': '4' };
  expect(published()).toEqual([{ 'a.md': 'A 4', 'b.md': 'B', ...added }]);
});

test('changes that go on are published 500 ms after the first one', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  for (let index = 0; index < 24; index++) {
    write(root, `new-${index}.md`, '# New\n');
    write(root, 'a.md', `# A ${index}\n`);
    hint(`new-${index}.md`);
    hint('a.md');
    await clock.advance(20);
  }
  expect(published()).toEqual([]);
  write(root, 'a.md', '# Last\n');
  hint('a.md');
  await clock.advance(30);
  expect(published()).toEqual([expect.objectContaining({ 'a.md': 'Last', 'new-23.md': 'New' })]);
});

test('a second change right after one that was published waits for 50 ms', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  write(root, 'a.md', '# First\n');
  hint('a.md');
  await clock.advance(5);
  write(root, 'a.md', '# Second\n');
  hint('a.md');
  await clock.advance(40);
  expect(published().map((pages) => pages['a.md'])).toEqual(['First']);
  await clock.advance(15);
  expect(published().map((pages) => pages['a.md'])).toEqual(['Second']);
});

test('a file that is cut and then written again is never published empty or in half', async () => {
  const root = temporaryFolder({ ...files, 'long.md': `# Long\n\n${'word '.repeat(200)}\n` });
  const { clock, hint, published } = await follow({ root });
  const steps = ['', '# New', '# New title\n', `# New title\n\n${'word '.repeat(100)}`];
  for (const text of steps) {
    writeFileSync(join(root, 'long.md'), text);
    hint('long.md');
    await clock.advance(200);
  }
  expect(published()).toEqual([]);
  writeFileSync(join(root, 'long.md'), `# New title\n\n${'word '.repeat(180)}\n`);
  hint('long.md');
  await clock.advance(10);
  expect(published().map((pages) => pages['long.md'])).toEqual(['New title']);
});

test('a file that is broken for less than a quarter of a second is not told as refused', async () => {
  const root = temporaryFolder(files);
  const { clock, events, hint, published } = await follow({ root });
  write(root, 'a.md', '---\ntitle: New\n');
  hint('a.md');
  await clock.advance(240);
  write(root, 'a.md', '---\ntitle: New\n---\n');
  hint('a.md');
  await clock.advance(1000);
  expect(events.map(({ kind }) => kind)).toEqual(['published']);
  expect(published()).toEqual([{ 'a.md': 'New', 'b.md': 'B' }]);
});

test('a file that stays empty is published so after a quarter of a second', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  truncateSync(join(root, 'a.md'));
  hint('a.md');
  await clock.advance(240);
  expect(published()).toEqual([]);
  await clock.advance(30);
  expect(published()).toEqual([{ 'a.md': 'A', 'b.md': 'B' }]);
});

test('a file whose last line has no end is published at once where it never had one', async () => {
  const root = temporaryFolder({ 'a.md': '# A' });
  const { clock, hint, published } = await follow({ root });
  write(root, 'a.md', '# New');
  hint('a.md');
  await clock.advance(5);
  expect(published()).toEqual([{ 'a.md': 'New' }]);
});

test('a file that is written to without end is published after 5 seconds', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  for (let index = 0; index < 49; index++) {
    write(root, 'a.md', `# A ${index}\n\nunfinished`);
    hint('a.md');
    await clock.advance(100);
  }
  expect(published()).toEqual([]);
  write(root, 'a.md', '# A at last\n\nunfinished');
  hint('a.md');
  await clock.advance(200);
  expect(published()).toEqual([{ 'a.md': 'A at last', 'b.md': 'B' }]);
});

test('a finished change does not wait for an unfinished one longer than 500 ms', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  for (let index = 0; index < 30; index++) {
    write(root, 'a.md', `# A ${index}\n\nunfinished`);
    hint('a.md');
    if (index === 4) write(root, 'b.md', '# New\n');
    if (index === 4) hint('b.md');
    await clock.advance(100);
  }
  expect(published()).toEqual([{ 'a.md': 'A', 'b.md': 'New' }]);
});

test('a file that an editor puts another in the place of is never published as gone', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  renameSync(join(root, 'a.md'), join(root, 'a.md~'));
  hint('a.md');
  await clock.advance(45);
  write(root, 'a.md', '# New\n');
  hint('a.md');
  await clock.advance(5);
  unlinkSync(join(root, 'a.md~'));
  hint('a.md~');
  await clock.advance(100);
  expect(published()).toEqual([{ 'a.md': 'New', 'b.md': 'B' }]);
});

test('a file that comes back untold is looked for before it counts as gone', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  rmSync(join(root, 'a.md'));
  hint('a.md');
  await clock.advance(45);
  write(root, 'a.md', '# Back\n');
  await clock.advance(200);
  expect(published()).toEqual([{ 'a.md': 'Back', 'b.md': 'B' }]);
});

test('a file that grows untold is looked at before it counts as finished', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  write(root, 'a.md', '# Begun');
  hint('a.md');
  await clock.advance(240);
  write(root, 'a.md', '# Begun and done\n');
  await clock.advance(200);
  expect(published()).toEqual([{ 'a.md': 'Begun and done', 'b.md': 'B' }]);
});

test('a file that is gone for 50 ms is gone', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  rmSync(join(root, 'a.md'));
  hint('a.md');
  await clock.advance(48);
  expect(published()).toEqual([]);
  await clock.advance(10);
  expect(published()).toEqual([{ 'b.md': 'B' }]);
});

test('a file that moves is published at its new place at once, and never at both', async () => {
  const root = temporaryFolder(files);
  const { clock, hint, published } = await follow({ root });
  renameSync(join(root, 'a.md'), join(root, 'c.md'));
  hint('a.md');
  hint('c.md');
  await clock.advance(5);
  expect(published()).toEqual([{ 'b.md': 'B', 'c.md': 'A' }]);
});

test('a file that is touched is not published', async () => {
  const root = temporaryFolder(files);
  const { clock, events, hint, published } = await follow({ root });
  write(root, 'a.md', files['a.md']);
  hint('a.md');
  await clock.advance(5000);
  expect([published(), events]).toEqual([[], []]);
});
