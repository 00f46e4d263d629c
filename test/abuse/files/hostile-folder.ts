import { type BuildOptions, defaultBuildOptions } from '../../../src/content/build-options.ts';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { folderOf } from '../../support/command.ts';
import { type Files, quietOptions } from '../../support/content.ts';
import { byteFiles, markdownFiles } from './byte-files.ts';
import { codeFiles } from './code-files.ts';
import { frontmatterFiles, valueFiles } from './frontmatter-files.ts';
import type { HostileFile } from './hostile-file.ts';
import { nameFiles } from './name-files.ts';
import { makeSpecialFiles, specialFiles } from './special-files.ts';

export const hostileFiles: readonly HostileFile[] = [
  ...codeFiles,
  ...frontmatterFiles,
  ...valueFiles,
  ...byteFiles,
  ...markdownFiles,
  ...nameFiles,
];

/** Files that nothing is wrong with, in two languages, before, between and behind the hostile ones. */
export const goodFiles: Files = {
  'de/aaa.md': '---\nslug: first\ntitle: Erste\n---\n## Unsere Partner\n\n- [Seed Bank](https://seeds.example/)\n',
  'de/zzz.md': '---\nslug: last\n---\n# Letzte\n\n## Ziele\n\n- Mehr **Wasser**.\n',
  'en/aaa.md': '---\nslug: first\ntitle: First\n---\n## Our partners\n\n- [Seed Bank](https://seeds.example/)\n',
  'en/markdown/between.md': '# Between\n\nTo the [last](/last) and the [first](/first#our-partners).\n',
  'en/zzz.md': '---\nslug: last\n---\n# Last\n\n## Goals\n\n- More **water**.\n',
};

/** The checks are off, but for the one that tells twins. */
export const hostileOptions: BuildOptions = {
  ...defaultBuildOptions,
  severities: { ...quietOptions.severities, 'slug-look-alike': 'warning' },
};

/** A folder with all of them on the disk. */
export async function makeHostileFolder(): Promise<string> {
  const texts = Object.fromEntries(hostileFiles.map(({ path, content }) => [path, content]));
  const root = folderOf({ ...texts, ...goodFiles });
  await makeSpecialFiles(root);
  return root;
}

/** What is to be told of the whole folder: `path code line:column`, sorted. */
export const expectedProblems: readonly string[] = [
  ...hostileFiles.flatMap(({ path, problems }) => problems.map((problem) => `${path} ${problem}`)),
  ...specialFiles.flatMap(({ path, problem }) => (problem === null ? [] : `${path} ${problem}`)),
].sort();

export const toldProblems = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ path, code, line, column }) => `${path} ${code} ${line}:${column}`).sort();
