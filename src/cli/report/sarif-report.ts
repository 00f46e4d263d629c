import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, type DiagnosticCode, defaultSeverityOf, type Severity } from '../../content/diagnostic.ts';
import { type CheckReport, pathFromWorkingFolder, type Reporter } from './check-report.ts';
import { codeDescriptions } from './code-descriptions.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, with what GitHub's code scanning asks for. */
export const sarifReport: Reporter = (report) => {
  const codes = [...new Set(report.diagnostics.map(({ code }) => code))].sort();
  const { version } = report;
  const driver = { name: 'Foliograph', version, semanticVersion: version, rules: codes.map(ruleOf) };
  const fingerprintOf = createFingerprints();
  const results = report.diagnostics.map((diagnostic) => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: levels[diagnostic.severity],
    message: { text: textOf(diagnostic) },
    locations: [{ physicalLocation: locationOf(report, diagnostic) }],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(diagnostic) },
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function ruleOf(code: DiagnosticCode) {
  const text = codeDescriptions[code];
  return {
    id: code,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `${text} What to do about it stands in the message of each problem.` },
    defaultConfiguration: { level: levels[defaultSeverityOf(code)] },
  };
}

/** Both as sentences: the message of a diagnostic has no full stop. */
const textOf = ({ message, hint }: Diagnostic): string => (hint === null ? `${message}.` : `${message}. ${hint}`);

/** Below the working folder relative to it, which CI systems run in their checkout; elsewhere absolute. */
function locationOf(report: CheckReport, { path, line, column }: Diagnostic) {
  const shown = pathFromWorkingFolder(report, path);
  const artifactLocation = shown.startsWith('../')
    ? { uri: pathToFileURL(resolve(report.root, path)).href }
    : { uri: shown.split('/').map(encode).join('/'), uriBaseId: '%SRCROOT%' };
  return { artifactLocation, region: { startLine: line, startColumn: column } };
}

/** Names that are no Unicode text would throw. */
const encode = (segment: string): string => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** By code, path and message, and the how-manieth of those it is: a moved line stays the same problem. */
function createFingerprints(): (diagnostic: Diagnostic) => string {
  const occurrences = new Map<string, number>();
  return ({ code, path, message }) => {
    const hash = createHash('sha256').update([code, path, message].join('\0')).digest('hex').slice(0, 32);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return `${hash}:${occurrence}`;
  };
}
