// Writes schema.graphql (--write), or fails when it is not what the code makes (--check).
import { readFileSync, writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { createSchema } from '../dist/schema/index.js';

const file = new URL('../schema.graphql', import.meta.url);
const sdl = `${printSchema(createSchema())}\n`;
if (process.argv.includes('--write')) {
  writeFileSync(file, sdl);
} else if (readFileSync(file, 'utf8') !== sdl) {
  process.stderr.write(
    'schema.graphql is not what the code makes: run "npm run schema", and look at the difference.\n',
  );
  process.exitCode = 1;
}
