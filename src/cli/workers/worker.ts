import type { PortableSource } from '../../content/replica/portable-source.ts';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { logTo } from '../log-to.ts';
import { createTerminal } from '../terminal.ts';
import { createWorkerContent, type WorkerContent } from './worker-content.ts';
import type { ServedRevision, WorkerCommand, WorkerReport, WorkerSetting } from './worker-message.ts';

// A process that serves what another one reads. That one tells what to serve and when to end; without it this one ends.

const terminal = createTerminal(process.stdout, process.stderr);
const firstSources: PortableSource[] = [];
let setting: WorkerSetting | undefined;
let content: WorkerContent | undefined;
let listening: Listening | undefined;

const handlers: Handlers = {
  begin(command) {
    setting = command.setting;
  },
  sources({ sources }) {
    for (const source of sources) firstSources.push(source);
  },
  serve: ({ served }) => void serve(served),
  update: (update) => content?.update(update),
  close() {
    void (listening?.close() ?? Promise.resolve()).finally(() => process.disconnect());
  },
};

process.on('message', (command: WorkerCommand) => handle(command.kind, command));
process.on('disconnect', () => process.exit());
// a terminal tells all of its processes; what is to be done the other process tells
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

report({ kind: 'begun' });

type Kind = WorkerCommand['kind'];
type CommandOf<Name extends Kind> = { [Each in Name]: Extract<WorkerCommand, { readonly kind: Each }> }[Name];
type Handlers = { readonly [Name in Kind]: (command: CommandOf<Name>) => void };

function handle<Name extends Kind>(kind: Name, command: CommandOf<Name>): void {
  handlers[kind](command);
}

async function serve(served: ServedRevision): Promise<void> {
  if (setting === undefined) throw new Error('expected to be told what to serve, but was not');
  content = createWorkerContent({ setting, sources: firstSources.splice(0), served });
  const app = createApp({ ...setting.server, store: content.store, log: logTo(terminal) });
  try {
    listening = await listen(app.listener, setting);
    report({ kind: 'listening', origin: listening.origin });
  } catch (error) {
    // the other process begins another one, unless nothing is served yet
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, () => process.exit(1));
  }
}

function report(message: WorkerReport, then = (): void => {}): void {
  process.send?.(message, undefined, undefined, then);
}
