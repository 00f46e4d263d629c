import { readFileSync } from 'node:fs';

/** The version of this package, as its `package.json` says. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('expected package.json to have a version, but it has none');
}
