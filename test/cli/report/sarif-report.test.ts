import { expect, test } from 'vitest';
import { codeDescriptions } from '../../../src/cli/report/code-descriptions.ts';
import { diagnosticCodes } from '../../../src/content/diagnostic.ts';
import { readVersion } from '../../../src/version.ts';
import { folderOf, runIn } from '../../support/command.ts';
import type { Files } from '../../support/content.ts';

async function sarifOf(files: Files, folder = 'content') {
  const { stdout, stderr } = await runIn({ cwd: folderOf(files) }, 'check', folder, '--format', 'sarif');
  return { log: JSON.parse(stdout), stderr };
}

test('--format sarif prints a log as SARIF 2.1.0 and GitHub want it; how many there are goes to stderr', async () => {
  const { log, stderr } = await sarifOf({
    'content/en/a b#ä.md': '---\ntitle: B\n---\n\n🦊 [x]()\n',
    'content/en/c.md': '---\ntitle: [\n---\n',
  });
  const ruleOf = (code: keyof typeof codeDescriptions, level: string) => ({
    id: code,
    shortDescription: { text: codeDescriptions[code] },
    fullDescription: { text: codeDescriptions[code] },
    help: { text: `${codeDescriptions[code]} What to do about it stands in the message of each problem.` },
    defaultConfiguration: { level },
  });
  const locationOf = (uri: string, startLine: number, startColumn: number) => ({
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine, startColumn },
    },
  });
  expect(log).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Foliograph',
            version: readVersion(),
            semanticVersion: readVersion(),
            rules: [ruleOf('frontmatter-yaml', 'error'), ruleOf('link-empty', 'warning')],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'link-empty',
            ruleIndex: 1,
            level: 'warning',
            message: {
              text: 'expected an address, but found none: the link leads nowhere. Link to a page or a web site.',
            },
            locations: [locationOf('content/en/a%20b%23%C3%A4.md', 5, 4)],
            partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}:1$/) },
          },
          {
            ruleId: 'frontmatter-yaml',
            ruleIndex: 0,
            level: 'error',
            message: {
              text: 'expected YAML in the frontmatter, but found: unexpected end of the stream within a flow collection. Put values that hold ": ", "#" or quotes between quotes, and indent with spaces.',
            },
            locations: [locationOf('content/en/c.md', 2, 9)],
            partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}:1$/) },
          },
        ],
      },
    ],
  });
  expect(stderr).toBe('1 error, 1 warning in 2 of 2 files.\n');
});

test('a fingerprint stays when the line moves, and no two are the same', async () => {
  const fingerprintsOf = async (body: string): Promise<readonly string[]> => {
    const { log } = await sarifOf({ 'content/en/a.md': `---\ntitle: B\n---\n\n${body}\n` });
    return log.runs[0].results.map(
      ({ partialFingerprints }: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        partialFingerprints.primaryLocationLineHash,
    );
  };
  const before = await fingerprintsOf('[x]() [y]()');
  expect(new Set(before).size).toBe(2);
  expect(await fingerprintsOf('Words.\n\n[x]()\n\n[y]()')).toEqual(before);
});

test('files outside of the working folder have absolute addresses', async () => {
  const folder = folderOf({ 'en/a.md': '---\ntitle: [\n---\n' });
  const { log } = await sarifOf({}, folder);
  expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
    uri: `file://${folder}/en/a.md`,
  });
});

test('no problems are an empty list', async () => {
  const { log } = await sarifOf({ 'content/en/a.md': '---\ntitle: A\n---\n\nText.\n' });
  expect(log.runs[0]).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
});

test('each kind of problem is described in one sentence, and no two alike', () => {
  expect(Object.keys(codeDescriptions).sort()).toEqual([...diagnosticCodes].sort());
  for (const text of Object.values(codeDescriptions)) expect(text).toMatch(/^[A-Z][^.]+\.$/);
  expect(new Set(Object.values(codeDescriptions)).size).toBe(diagnosticCodes.length);
});
