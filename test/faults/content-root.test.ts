import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, type Serving, serveIn } from '../support/command.ts';

const page = (title: string): string => `---\ntitle: ${title}\n---\n`;
const asked = (alias: string): string => `{ ${alias}: page(slug: "a", language: "en") { title } }`;
const answer = (alias: string, title: string) => ({ data: { [alias]: { title } } });

async function untilServed({ url }: Serving, title: string): Promise<void> {
  while (JSON.stringify(await ask(url, asked('page'))) !== JSON.stringify(answer('page', title)));
}

interface Fault {
  /** Does it to the folder of the content, which is a link, so that another thing takes its place in one step. */
  readonly strike: (content: string) => void;
  readonly reason: string;
}

const faults: Readonly<Record<string, Fault>> = {
  'is removed': { strike: (content) => rmSync(content), reason: 'ENOENT' },
  'becomes a file': {
    strike(content) {
      writeFileSync(`${content}.new`, '# No folder\n');
      renameSync(`${content}.new`, content);
    },
    reason: 'ENOTDIR',
  },
  'becomes a link that leads to itself': {
    strike(content) {
      symlinkSync(content, `${content}.new`);
      renameSync(`${content}.new`, content);
    },
    reason: 'ELOOP',
  },
  'loses all of its files': { strike: (content) => rmSync(join(content, 'en/a.md')), reason: 'it is empty' },
  'may not be read any more': { strike: (content) => chmodSync(content, 0), reason: 'EACCES' },
};

// whoever may read everything cannot be kept from it
const isOmnipotent = process.platform === 'win32' || process.getuid?.() === 0;

describe('when the folder of the content', () => {
  test.each(Object.entries(faults).filter(([, { reason }]) => reason !== 'EACCES' || !isOmnipotent))(
    '%s, the last good content is served until there is another',
    async (_what, { strike, reason }) => {
      const cwd = folderOf({ 'real/en/a.md': page('Old'), 'next/en/a.md': page('New') });
      const content = join(cwd, 'content');
      symlinkSync('real', content);
      const serving = await serveIn({ cwd }, '--port', '0');
      strike(content);
      expect(await serving.told(/still serving/)).toContain(`content cannot be read (${reason}); still serving`);
      expect(await ask(serving.url, asked('unasked'))).toEqual(answer('unasked', 'Old'));
      chmodSync(join(cwd, 'real'), 0o700);
      rmSync(content, { force: true });
      renameSync(join(cwd, 'next'), content);
      await untilServed(serving, 'New');
      expect(await serving.told(/content can be read again/)).not.toContain('could not be taken in');
      serving.child.kill('SIGTERM');
      expect(await serving.ended).toBe(0);
    },
  );
});
