// Packs the package, looks for what must not be in it (tests, our content, secrets, paths of this machine), installs the
// tarball in an empty folder as a user would, serves a folder with it, asks one query.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const secretPatterns = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a token of a registry': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=/,
  'a token of a forge': /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{22}|\bglpat-[\w-]{20}/,
  'a key of a cloud': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/,
  'a URL with a password': /\bhttps?:\/\/[^\s/:@"'`<]+:[^\s/:@"'`<]+@\w/,
};
/** Of each document of ours a line that nothing else has. */
const contentLines = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const lines = readFileSync(join('content', name), 'utf8').split('\n');
    return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '').trim() || [];
  });

const folder = mkdtempSync(join(tmpdir(), 'foliograph-package-'));
try {
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], process.cwd()));
  const unwanted = packed.files.map(({ path }) => path).filter((path) => !isWanted(path));
  expectEqual(unwanted, [], 'files that do not belong into the package');
  expectEqual(
    packed.files.some(({ path }) => path === 'bin/foliograph.js'),
    true,
    'the command is in the package',
  );
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
  const files = packed.files.map(({ path }) => ({ path, text: readFileSync(join(folder, 'package', path), 'utf8') }));
  expectEqual(files.flatMap(findingsIn), [], 'what must not be in the package');

  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true }');
  npm(['install', '--no-audit', '--no-fund', join(folder, packed.filename)], folder);
  mkdirSync(join(folder, 'site/en'), { recursive: true });
  writeFileSync(join(folder, 'site/en/network.md'), '## Our partners\n\n- [One](https://one.example)\n');

  const server = spawn('npx', ['--no-install', 'foliograph', 'site', '--port', '0'], { cwd: folder, detached: true });
  try {
    const url = await readyUrl(server);
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ query: '{ partners(language: "en") { nodes { name url } } }' });
    const response = await fetch(url, { method: 'POST', headers, body });
    const nodes = [{ name: 'One', url: 'https://one.example' }];
    expectEqual(await response.json(), { data: { partners: { nodes } } }, 'the answer of the installed package');
  } finally {
    process.kill(-server.pid, 'SIGTERM');
  }
  process.stdout.write(`${packed.filename}: ${packed.files.length} files, installed, served, answered\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(args, cwd) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function isWanted(path) {
  if (/(?:^|\/)(?:test|tests|__tests__|fixtures)\/|\.(?:test|spec)\./.test(path)) return false;
  return /^(?:bin\/[\w-]+\.js|bin\/THIRD-PARTY-LICENSES\.txt|dist\/.+\.(?:js|d\.ts)|schema\.graphql|config\.schema\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(
    path,
  );
}

/** What a file of the package gives away; names what it is, since the text itself may be secret. */
function findingsIn({ path, text }) {
  const secrets = Object.entries(secretPatterns).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));
  const places = [process.cwd(), homedir()].filter((place) => place.length > 1 && text.includes(`${place}/`));
  const isOurContent = contentLines.some((line) => text.includes(line));
  return [...secrets, ...places.map((place) => `the path ${place}`), ...(isOurContent ? ['our own content'] : [])].map(
    (what) => `${path}: ${what}`,
  );
}

function readyUrl(server) {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stderr.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const url = /ready in .*?(http:\S+\/graphql)\b/.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    server.once('close', (code) => reject(new Error(`ended with ${code} before it was ready: ${printed}`)));
  });
}

function expectEqual(found, expected, what) {
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, but got: ${JSON.stringify(found)}`);
}
