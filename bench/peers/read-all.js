// The floor of a build: walks a folder, reads every file, parses its YAML and renders its Markdown to HTML, one by one and
// without keeping anything. Argument: the folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { markdownToHtml } from 'satteri';

let documents = 0;
let characters = 0;
visit(process.argv[2]);
process.stdout.write(`${documents} documents, ${characters} characters of HTML\n`);

function visit(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path);
    else if (entry.name.endsWith('.md')) render(readFileSync(path, 'utf8'));
  }
}

function render(text) {
  const [whole, yaml] = /^---\n(.*?\n)---\n/s.exec(text) ?? ['', ''];
  load(yaml);
  documents++;
  characters += markdownToHtml(text.slice(whole.length)).html.length;
}
