import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../support/command.ts';

export interface TakenConnections {
  /** For the process that serves; those that it begins do the same. */
  readonly env: NodeJS.ProcessEnv;
  /** Ports of the clients whose connections were taken, once the process has ended by itself. */
  read(): ReadonlySet<number>;
}

/**
 * Has processes note whose connections they take. A client that is reset cannot tell whether its connection was taken, or
 * waited in the system for somebody to take it.
 */
export function noteTakenConnections(): TakenConnections {
  const folder = folderOf({});
  const code = `
    import { subscribe } from 'node:diagnostics_channel';
    import { writeFileSync } from 'node:fs';
    const ports = [];
    subscribe('net.server.socket', ({ socket }) => ports.push(socket.remotePort));
    process.on('exit', () => writeFileSync(${JSON.stringify(`${folder}/`)} + process.pid, JSON.stringify(ports)));`;
  return {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
    read: () => {
      const lists = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (lists.length === 0) throw new Error('expected notes of a process, but found none');
      return new Set<number>(lists.flat());
    },
  };
}
