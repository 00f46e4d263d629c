import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { ContentNode } from '../../src/content/nodes.ts';
import type { Snapshot } from '../../src/content/snapshot.ts';

/** Fails unless two snapshots answer everything alike. When they were built is not compared. */
export function expectSameSnapshot(found: Snapshot, expected: Snapshot): void {
  const [a, b] = [observed(found), observed(expected)];
  // several times as fast as vitest's own comparison, which is wanted only for what it says
  if (!isDeepStrictEqual(a, b)) expect(a).toStrictEqual(b);
}

/** Everything in a snapshot that an answer can depend on, as plain data of its own. */
export function observed(snapshot: Snapshot) {
  const {
    builtAt: _time,
    findDiagnostics: _steps,
    indexes,
    nodes,
    pagesBySlug,
    partnersBySlug,
    pagesByPath,
    ...facts
  } = snapshot;
  return structuredClone({
    ...facts,
    nodes: new Map(nodes),
    lists: Object.values(indexes).map(({ all, byLanguage }) => ({ all, byLanguage: mapOf(byLanguage) })),
    pagesBySlug: new Map(pagesBySlug),
    partnersBySlug: new Map(partnersBySlug),
    pagesByPath: new Map(pagesByPath),
  });
}

const mapOf = (map: ReadonlyMap<string, readonly ContentNode[]>) => new Map(map);
