// Fails where a package that Foliograph brings to its users has a licence that is not on the list, or none at all. Goes by
// package-lock.json, which also has the packages that are for other machines.
import { readFileSync } from 'node:fs';

/** SPDX identifiers of licences that ask for no more than that their text comes along. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
]);

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const brought = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
const problems = brought.filter(([, { license }]) => !isAllowed(license));

for (const [path, { version, license = 'none' }] of problems) {
  const name = path.replace(/^.*node_modules\//, '');
  process.stderr.write(
    `${name} ${version}: expected one of the licences ${[...allowed].join(', ')}, but got: ${license}. Use another package, or add the licence to scripts/check-licences.js once somebody has read it.\n`,
  );
}
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${brought.length} packages, all under licences that are allowed\n`);

/** An SPDX expression without WITH: of alternatives one has to be allowed, of what holds together all. */
function isAllowed(license = '') {
  const alternatives = license.replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((name) => allowed.has(name.trim())));
}
