import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeDescriptions } from '../../src/cli/report/code-descriptions.ts';
import { checkConfig } from '../../src/config/check-config.ts';
import { normaliseConfig } from '../../src/config/normalise-config.ts';
import { defaultBuildOptions } from '../../src/content/build-options.ts';
import {
  configurableCodes,
  type DiagnosticCode,
  defaultSeverityOf,
  diagnosticCodes,
} from '../../src/content/diagnostic.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { type Files, snapshotOf, snapshotWith } from '../support/content.ts';
import { type CheckPage, readCheckPage } from './check-page.ts';

/** Problems that no text on a page can show. Whoever adds one here knows a reason, which the page has to tell. */
const withoutExample: readonly DiagnosticCode[] = [
  'file-unreadable',
  'file-too-large',
  'file-encoding',
  'document-failed',
  'body-unparsable',
  'body-too-deep',
  'body-too-costly',
  'file-not-regular',
  'file-nul',
  'document-problems',
  'asset-missing',
];

const folder = fileURLToPath(new URL('../../docs/checks/', import.meta.url));
const names = readdirSync(folder);
/** Nothing for a page that is not there: each of its tests fails then. */
const textOf = (name: string): string => (names.includes(name) ? readFileSync(`${folder}${name}`, 'utf8') : '');
const pageOf = (code: DiagnosticCode): CheckPage => readCheckPage(textOf(`${code}.md`));
const isConfigurable = (code: DiagnosticCode): boolean => configurableCodes.some((other) => other === code);
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Codes of what is wrong with the files of an example, each once. */
function codesIn(files: Files, { options }: CheckPage): readonly string[] {
  const wanted =
    options === null
      ? defaultBuildOptions
      : normaliseConfig(checkConfig(parseYaml(options), 'the options of the page'));
  return [...new Set(snapshotWith(files, wanted, { view: 'everything' }).diagnostics.map(({ code }) => code))];
}

describe('the folder of the pages', () => {
  it('has a page for every code, and no other', () => {
    expect(names.toSorted()).toEqual([...diagnosticCodes.map((code) => `${code}.md`), 'README.md'].toSorted());
  });

  it('has a table with every code, its severity, whether it can be changed, and what it is', () => {
    const rows = diagnosticCodes.map((code) => {
      const cells = [`[\`${code}\`](${code}.md)`, defaultSeverityOf(code), isConfigurable(code) ? 'yes' : 'no'];
      return `| ${[...cells, pageOf(code).sentence].join(' | ')} |`;
    });
    expect(textOf('README.md').match(/^\| \[.*$/gm)).toEqual(rows);
  });

  it('has no link that is broken', () => {
    const docs = ['configuration.md', 'checking.md', 'publishing.md'].map((name) => [
      name,
      readFileSync(`${folder}../${name}`, 'utf8'),
    ]);
    const files = [...docs, ...names.map((name) => [`checks/${name}`, textOf(name)])];
    const links = snapshotOf(Object.fromEntries(files)).indexes.Link.all.filter(({ source }) =>
      source.path.startsWith('checks/'),
    );
    expect(links.length).toBeGreaterThan(diagnosticCodes.length);
    expect(links.filter(({ problem }) => problem !== null).map(({ source, url }) => [source.path, url])).toEqual([]);
  });

  it('has examples for all but those that cannot be shown', () => {
    expect(diagnosticCodes.filter((code) => pageOf(code).noExample !== null)).toEqual(withoutExample);
  });
});

describe.each(diagnosticCodes)('the page of %s', (code) => {
  const page = pageOf(code);

  it('has the code as its title, and tells the severity', () => {
    const severity = capitalised(defaultSeverityOf(code));
    expect([page.title, page.severity]).toEqual([
      code,
      isConfigurable(code)
        ? `${severity}, unless [\`checks\`](../configuration.md#checks) says otherwise.`
        : `${severity}, always: the document is not served until this is cured.`,
    ]);
  });

  it('begins with the sentence that reports have, too', () => {
    expect(page.sentence).toBe(codeDescriptions[code]);
  });

  it('has its parts in their order', () => {
    const example = withoutExample.includes(code) ? [] : ['Fails', 'Passes'];
    const optional = ['Options', 'When it is silent'].filter((heading) => page.headings.includes(heading));
    const order = ['What it means', 'Fails', 'Passes', 'Options', 'What to do', 'When it is silent'];
    expect(page.headings).toEqual(
      order.filter((heading) => ['What it means', ...example, 'What to do', ...optional].includes(heading)),
    );
  });
});

const shown = diagnosticCodes.filter((code) => !withoutExample.includes(code));

describe.each(shown)('the example of %s', (code) => {
  const page = pageOf(code);

  it('fails with this code and no other', () => {
    expect(codesIn(page.fails, page)).toEqual([code]);
  });

  it('passes with nothing wrong when it is put right', () => {
    expect(Object.keys(page.passes).length).toBeGreaterThan(0);
    expect(codesIn(page.passes, page)).toEqual([]);
  });
});
