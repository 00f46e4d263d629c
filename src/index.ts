export { type BuildOptions, defaultBuildOptions } from './content/build-options.ts';
export { buildSnapshot } from './content/build-snapshot.ts';
export type { Diagnostic } from './content/diagnostic.ts';
export { ContentRootError } from './content/read-folder.ts';
export type { Snapshot } from './content/snapshot.ts';
export { type App, type AppOptions, createApp } from './server/app.ts';
export type { Log } from './server/log.ts';
export type { ContentReader, ContentStore } from './store/contract.ts';
export { createMemoryStore } from './store/memory-store.ts';
