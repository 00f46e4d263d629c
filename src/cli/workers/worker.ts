import type { PortableSource } from '../../content/replica/portable-source.ts';
import { createMetrics } from '../../server/telemetry/metrics/metrics.ts';
import type { MetricsSnapshot } from '../../server/telemetry/metrics/metrics-snapshot.ts';
import { readVersion } from '../../version.ts';
import { endSignals } from '../ending.ts';
import { createLog } from '../log/create-log.ts';
import type { OperatorLog } from '../log/operator-log.ts';
import { relayWarnings } from '../log/relay-warnings.ts';
import { createRelayedTerminal } from '../log/relayed-terminal.ts';
import { type OpenServer, openServer } from '../open-server.ts';
import { createTerminal } from '../terminal.ts';
import { createWorkerContent, type WorkerContent } from './worker-content.ts';
import type { ServedContent, WorkerCommand, WorkerReport, WorkerSetting } from './worker-message.ts';

// A process that serves what another one reads. That one tells what to serve and when to end; without it this one ends.

const terminal = createRelayedTerminal(createTerminal(process.stdout, process.stderr));
const metrics = createMetrics({ version: readVersion() });
const firstSources: PortableSource[] = [];
let begun: { readonly setting: WorkerSetting; readonly log: OperatorLog } | undefined;
let content: WorkerContent | undefined;
let server: OpenServer | undefined;
let degraded: readonly string[] = [];
const gathering: ((figures: MetricsSnapshot) => void)[] = [];

const handlers: Handlers = {
  async begin({ setting }) {
    const log = await createLog({ format: setting.logFormat, terminal });
    if (setting.logFormat === 'json') relayWarnings(log);
    begun = { setting, log };
  },
  sources({ sources }) {
    for (const source of sources) firstSources.push(source);
  },
  serve: ({ served }) => void serve(served),
  update: (update) => content?.update(update),
  degrade({ notes }) {
    degraded = notes;
  },
  figures: () => void metrics.snapshotOf().then((figures) => report({ kind: 'figures', figures })),
  gathered: ({ figures }) => gathering.shift()?.(figures),
  close() {
    void (server?.close() ?? Promise.resolve()).finally(() => process.disconnect());
  },
};

// in their order, also where one has to be waited for
let handled: Promise<void> = Promise.resolve();
process.on('message', (command: WorkerCommand) => {
  handled = handled.then(() => handle(command.kind, command));
});
process.on('disconnect', () => process.exit());
process.on('uncaughtException', (error) => {
  terminal.unforeseen(error);
  process.exit(1);
});
// a terminal tells all of its processes; what is to be done the other process tells
for (const signal of endSignals) process.on(signal, () => {});

report({ kind: 'begun' });

type Kind = WorkerCommand['kind'];
type CommandOf<Name extends Kind> = { [Each in Name]: Extract<WorkerCommand, { readonly kind: Each }> }[Name];
type Handlers = { readonly [Name in Kind]: (command: CommandOf<Name>) => void | Promise<void> };

function handle<Name extends Kind>(kind: Name, command: CommandOf<Name>): void | Promise<void> {
  return handlers[kind](command);
}

async function serve(served: ServedContent): Promise<void> {
  if (begun === undefined) throw new Error('expected to be told what to serve, but was not');
  const { setting, log } = begun;
  content = createWorkerContent({ setting, sources: firstSources.splice(0), served });
  const { store, preview } = content;
  degraded = setting.degraded;
  try {
    server = await openServer({ ...{ setting, store, preview, log, metrics, gather }, degraded: () => degraded });
    report({ kind: 'listening', origin: server.origin });
  } catch (error) {
    // the other process begins another one, unless nothing is served yet
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, () => process.exit(1));
  }
}

const gather = (): Promise<MetricsSnapshot> =>
  new Promise((resolve) => {
    gathering.push(resolve);
    report({ kind: 'gather' });
  });

function report(message: WorkerReport, then = (): void => {}): void {
  process.send?.(message, undefined, undefined, then);
}
