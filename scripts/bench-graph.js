// What mentions and backlinks cost: builds 10,000 pages with 500 partners, and the same pages with neither, in turn.
// Prints medians and their ratio. Pages are made from the project's own content: about 5.6 kB each, 19 links.
import { readFileSync } from 'node:fs';
import { defaultBuildOptions } from '../dist/content/build-options.js';
import { snapshotOfSources } from '../dist/content/build-snapshot.js';
import { documentChecks, siteChecks } from '../dist/content/checks/run-checks.js';

const [pageCount, partnerCount, rounds] = [10_000, 500, 3];
const syllables = 'ar bo cel dun el far gor hin is jo kal lum mir no or pel quin ros sol tur'.split(' ');
const own = ['about', 'contact', 'digital-sovereignty', 'events', 'standards'].map((name) =>
  readFileSync(new URL(`../content/en/pages/${name}.md`, import.meta.url), 'utf8').replace(/^---\n.*?\n---\n/s, ''),
);

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const names = Array.from({ length: partnerCount }, (_, index) => {
  const [a, b, c] = [index % 20, Math.floor(index / 20) % 20, (index * 7) % 20].map((place) => syllables[place]);
  return `${capital(a)}${b} ${capital(c)}${index} GmbH`;
});

/** @param hasGraph - whether links lead to pages; otherwise they lead to another site */
function pages(hasGraph) {
  const origin = hasGraph ? '' : 'https://elsewhere.example';
  const list = names.map((name, index) => `- [${name}](https://p${index}.example)`).join('\n');
  const files = [{ path: 'en/pages/network.md', text: `## Our partners\n\n${list}\n` }];
  for (let index = 0; index < pageCount; index++) {
    let text = '';
    for (let piece = index; text.length < 5000; piece++) text += `${own[piece % own.length]}\n\n`;
    for (let link = 0; link < 5; link++) {
      const name = names[(index * 13 + link * 97) % partnerCount];
      text += `With ${link % 2 ? name : name.replace(' GmbH', '')}, see [a page](${origin}/notes/page-${(index * 31 + link * 7) % pageCount}).\n\n`;
    }
    files.push({ path: `en/notes/page-${index}.md`, text: `---\ntitle: Page ${index}\n---\n\n${text}` });
  }
  return files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
}

const checks = [...documentChecks, ...siteChecks];
const quiet = { ...defaultBuildOptions, severities: Object.fromEntries(checks.map(({ code }) => [code, 'off'])) };
const cases = {
  without: { files: pages(false), options: { ...quiet, rules: [] } },
  with: { files: pages(true), options: quiet },
  'with, and all checks': { files: pages(true), options: defaultBuildOptions },
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, { files, options }] of Object.entries(cases)) {
    const start = performance.now();
    const { indexes } = snapshotOfSources({ entries: files, assets: null }, options);
    times[name].push(performance.now() - start);
    if (round > 0) continue;
    const count = (nodes, countOf) => nodes.reduce((sum, node) => sum + countOf(node), 0);
    const mentions = count(indexes.Partner.all, (partner) => partner.mentions.length);
    const backlinks = count(indexes.Page.all, (page) => page.backlinkIds.length);
    process.stdout.write(
      `${name}: ${indexes.Page.all.length} pages, ${indexes.Partner.all.length} partners, ${mentions} mentions, ${backlinks} backlinks\n`,
    );
  }
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times.without);
for (const [name, values] of Object.entries(times)) {
  process.stdout.write(`${name}: ${Math.round(median(values))} ms, ${(median(values) / base).toFixed(2)} times\n`);
}
