import { createDocumentPool } from '../content/pack/document-pool.ts';
import { storeSource } from '../content/pack/store-source.ts';
import { toPortable } from '../content/replica/portable-source.ts';
import type { SourceFile } from '../content/source-entry.ts';
import { createUnderstanding } from '../content/understand.ts';
import { endSignals } from './ending.ts';
import type { ParserCommand, ParserReport } from '../content/parser/parser-message.ts';

// A process that parses one file after the other: what goes wrong in it ends no server. Without the other one it ends.

let understand: ReturnType<typeof createUnderstanding> | undefined;

process.on('message', (command: ParserCommand) => {
  if (command.kind === 'begin') understand = createUnderstanding(command.options);
  else parse(command);
});
process.on('disconnect', () => process.exit());
// a terminal tells all of its processes; what is to be done the other process tells
for (const signal of endSignals) process.on(signal, () => {});

report({ kind: 'begun' });

function parse(file: SourceFile): void {
  if (understand === undefined) throw new Error('expected to be told how to parse, but was not');
  const source = storeSource(createDocumentPool(), file, understand(file));
  report({ kind: 'parsed', source: toPortable(source) });
}

function report(message: ParserReport): void {
  process.send?.(message);
}
