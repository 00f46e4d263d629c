import { build } from './build.ts';
import { cached } from './cached.ts';
import { notModified } from './not-modified.ts';
import { saves } from './saves.ts';
import { scale } from './scale.ts';
import { start } from './start.ts';
import type { TableDefinition } from './table-definition.ts';
import { tailLatency } from './tail-latency.ts';
import { uncached } from './uncached.ts';

/** All tables, in the order in which they are measured and printed. */
export const tables: readonly TableDefinition[] = [
  cached,
  notModified,
  uncached,
  tailLatency,
  start,
  build,
  saves,
  scale,
];
