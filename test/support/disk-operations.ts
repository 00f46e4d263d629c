import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** Something that people and programs do to files. Paths are below a root; what they leave behind is always sound. */
export interface DiskOperation {
  readonly name: keyof typeof operations;
  readonly path: string;
  /** Where something moves to. */
  readonly to: string;
  readonly text: string;
  /** Milliseconds that pass between two steps. */
  readonly pause: number;
}

interface Tools extends Omit<DiskOperation, 'name' | 'pause'> {
  pause(): Promise<void>;
}

/** Each takes full paths. */
const operations = {
  async write({ path, text }: Tools) {
    writeFileSync(path, text);
  },
  async 'slow write'({ path, text, pause }: Tools) {
    const [first, second] = [Math.floor(text.length / 3), Math.floor((text.length * 2) / 3)];
    writeFileSync(path, text.slice(0, first));
    await pause();
    appendFileSync(path, text.slice(first, second));
    await pause();
    appendFileSync(path, text.slice(second));
  },
  async 'cut and write'({ path, text, pause }: Tools) {
    truncateSync(path);
    await pause();
    writeFileSync(path, text);
  },
  async 'save by renaming'({ path, text }: Tools) {
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  },
  async 'save over a backup'({ path, text, pause }: Tools) {
    renameSync(path, `${path}~`);
    await pause();
    writeFileSync(path, text);
    unlinkSync(`${path}~`);
  },
  async append({ path }: Tools) {
    appendFileSync(path, 'One line more.\n');
  },
  async delete({ path }: Tools) {
    unlinkSync(path);
  },
  async 'delete and write'({ path, text, pause }: Tools) {
    unlinkSync(path);
    await pause();
    writeFileSync(path, text);
  },
  async 'break and mend'({ path, text, pause }: Tools) {
    writeFileSync(path, '---\ntitle: a: b\n---\n');
    await pause();
    writeFileSync(path, text);
  },
  async 'link and write'({ path, to, text, pause }: Tools) {
    rmSync(path, { force: true });
    symlinkSync(to, path);
    await pause();
    unlinkSync(path);
    writeFileSync(path, text);
  },
  async move({ path, to }: Tools) {
    renameSync(path, to);
  },
  async 'move a folder'({ path, to }: Tools) {
    renameSync(dirname(path), dirname(to));
  },
  async 'exchange folders'({ path, to }: Tools) {
    const [a, b] = [dirname(path), dirname(to)];
    renameSync(a, `${b}.away`);
    renameSync(b, a);
    renameSync(`${b}.away`, b);
  },
  async 'delete a folder'({ path }: Tools) {
    rmSync(dirname(path), { recursive: true });
  },
  async 'link a folder'({ path, to }: Tools) {
    renameSync(dirname(path), `${dirname(to)}.real`);
    symlinkSync(`${dirname(to)}.real`, dirname(path));
  },
  async 'write many'({ path, text }: Tools) {
    for (let index = 0; index < 40; index++) writeFileSync(`${dirname(path)}/many-${index}.md`, text);
  },
};

const word = fc.constantFrom('oak', 'ash', 'elm', 'fig');
const ending = fc.constantFrom('.md', '.md', '.md', '.markdown', '.txt');
const folder = fc.array(fc.constantFrom('en', 'de', 'x', 'y.md'), { minLength: 1, maxLength: 3 });
const path = fc.tuple(folder, word, ending).map(([parts, name, end]) => `${parts.join('/')}/${name}${end}`);
const text = fc.tuple(word, word, fc.nat({ max: 30 })).map(([title, target, length]) => {
  return `---\ntitle: ${title}\n---\n\n# ${title}\n\n[x](/${target})\n\n${'word '.repeat(length)}\n`;
});
const names = Object.keys(operations) as readonly (keyof typeof operations)[];

export const diskOperation: fc.Arbitrary<DiskOperation> = fc.record({
  name: fc.constantFrom(...names),
  path,
  to: path,
  text,
  pause: fc.constantFrom(0, 0, 1, 3, 10, 60),
});

/** What went wrong because nothing, or something else, lay where the operation was to be. */
const mishaps: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ELOOP'];

/** Does it, as far as it can be done. */
export async function playOperation(
  root: string,
  { name, path: at, to, text: content, pause }: DiskOperation,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const tools = { path: join(root, at), to: join(root, to), text: content, pause: () => wait(pause) };
  try {
    mkdirSync(dirname(tools.path), { recursive: true });
    await operations[name](tools);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && mishaps.includes(error.code))) throw error;
  }
}
