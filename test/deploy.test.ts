import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { createRelayedTerminal } from '../src/cli/log/relayed-terminal.ts';
import { createProgram } from '../src/cli/program.ts';
import { type MetricName, metricFamilies, metricNames } from '../src/server/telemetry/metrics/metric-families.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');
const deployed = readdirSync(pathOf('docs/deploy')).map((name) => `docs/deploy/${name}`);
const operations = 'docs/operations.md';

/** Names that Prometheus has of each metric. */
const exposedNames: ReadonlySet<string> = new Set(
  metricNames.flatMap((name) =>
    metricFamilies[name].type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
  ),
);
const metricsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\b(?:foliograph|process|nodejs)_[a-z_]+\b/g)].map(([name]) => name)),
];

describe('what is used of the metrics', () => {
  test.each(['docs/deploy/grafana-dashboard.json', 'docs/deploy/prometheus-rules.yaml'])('is there, in %s', (file) => {
    const used = metricsIn(read(file));
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((name) => !exposedNames.has(name))).toEqual([]);
  });

  test('is all of them in the documentation', () => {
    const names: readonly MetricName[] = metricNames;
    expect(metricsIn(read(operations)).toSorted()).toEqual(names.toSorted());
  });
});

describe('the files to begin with', () => {
  test('are read by what they are for', () => {
    const parsed = deployed.flatMap((file) => {
      if (file.endsWith('.json')) return [typeof JSON.parse(read(file))];
      return file.endsWith('.yaml') ? loadAll(read(file)).map((document) => typeof document) : [];
    });
    expect(parsed).toEqual(parsed.map(() => 'object'));
    expect(parsed.length).toBeGreaterThan(5);
  });

  test('are all linked from the documentation, and what is linked is there', () => {
    const linked = [...read(operations).matchAll(/\]\(([\w./-]+)\)/g)].map(([, target]) => `docs/${target}`);
    expect(deployed.filter((file) => !linked.includes(file))).toEqual([]);
    expect(linked.filter((target) => !existsSync(pathOf(target)))).toEqual([]);
  });

  test('give Foliograph only options that it has', () => {
    const terminal = { out() {}, err() {}, hasColor: false, columns: Infinity, errColumns: () => Infinity };
    const help = createProgram(createRelayedTerminal(terminal)).helpInformation();
    const commands = {
      'docs/deploy/Dockerfile': /^CMD (.*)$/gm,
      'docs/deploy/foliograph.service': /^ExecStart=(?:.*\\\n)*.*/gm,
      'docs/deploy/kubernetes.yaml': /- name: foliograph\n[\s\S]*?args:\n((?: +- .*\n)+)/g,
      [operations]: /`(--[a-z-]+)/g,
    };
    const options = Object.entries(commands).map(([file, pattern]) => {
      const found = [...read(file).matchAll(pattern)].flatMap(([text]) => text.match(/--[a-z][a-z-]*/g) ?? []);
      return { file, count: found.length, unknown: found.filter((option) => !help.includes(`${option} `)) };
    });
    expect(options.map(({ file, unknown }) => ({ file, unknown }))).toEqual(
      Object.keys(commands).map((file) => ({ file, unknown: [] })),
    );
    expect(options.filter(({ count }) => count < 4)).toEqual([]);
  });

  test('ask for health at the paths of the probes', () => {
    const probes = deployed.flatMap((file) => read(file).match(/\/(?:livez|readyz|health\w*)\b/g) ?? []);
    expect([...new Set(probes)].toSorted()).toEqual(['/livez', '/readyz']);
  });

  test('build the image of what is in the repository', () => {
    const copied = [...read('docs/deploy/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, sources = '']) => sources.split(' '),
    );
    expect(copied).toContain('package-lock.json');
    expect(copied.filter((source) => !existsSync(pathOf(source)))).toEqual([]);
  });
});
