import type { Snapshot } from '../../src/content/snapshot.ts';
import type { ContentStore } from '../../src/store/contract.ts';
import type { MaybePromise } from '../../src/store/maybe-promise.ts';
import { chainContract } from './contract/chains.ts';
import { diagnosticContract } from './contract/diagnostics.ts';
import { filterContract } from './contract/filters.ts';
import { listContract } from './contract/lists.ts';
import { lookUpContract } from './contract/look-ups.ts';
import { orderContract } from './contract/orders.ts';
import { positionContract } from './contract/positions.ts';
import { revisionContract } from './contract/revisions.ts';
import { walkContract } from './contract/walks.ts';
import { windowContract } from './contract/windows.ts';

/** The suite of the store contract. Every store's test calls it. */
export function storeContract(name: string, createStore: (snapshot: Snapshot) => MaybePromise<ContentStore>): void {
  revisionContract(`${name}: the revision`, createStore);
  lookUpContract(`${name}: look-ups`, createStore);
  listContract(`${name}: lists`, createStore);
  chainContract(`${name}: language chains`, createStore);
  filterContract(`${name}: filters`, createStore);
  orderContract(`${name}: orders`, createStore);
  windowContract(`${name}: windows on a list`, createStore);
  walkContract(`${name}: walks over a list`, createStore);
  positionContract(`${name}: positions after a publish`, createStore);
  diagnosticContract(`${name}: diagnostics`, createStore);
}
