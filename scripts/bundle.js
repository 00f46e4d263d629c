// Makes the command in `bin/`: our own code and that of most packages in a few files, since Node takes longer to find and
// link 700 small ones than to run them. Beside them the licences of the packages that are in them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'bin');
/** Native, or read as files. */
const external = [/^node:/, 'satteri', 'jiti', /^@graphql-yoga\/render-graphiql/];

rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { foliograph: 'src/cli/main.ts', worker: 'src/cli/workers/worker.ts', parser: 'src/cli/parser.ts' },
  platform: 'node',
  external,
});
const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
const packages = new Set(modules.flatMap((id) => packageOf(id) ?? []));
writeFileSync(
  join(folder, 'THIRD-PARTY-LICENSES.txt'),
  [...packages]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);

/** Folder of the package that a module is from; `null` for our own. */
function packageOf(id) {
  const end = id.lastIndexOf(`${sep}node_modules${sep}`);
  if (end === -1) return null;
  const start = end + `${sep}node_modules${sep}`.length;
  const [first, second] = id.slice(start).split(sep);
  return id.slice(0, start) + (first.startsWith('@') ? join(first, second) : first);
}

function licenceOf(packageFolder) {
  const { name, version, license } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const file = readdirSync(packageFolder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '(no file with its text)' : readFileSync(join(packageFolder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
