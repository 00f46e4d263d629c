import type { Renderer } from '../content/renderer.ts';
import type { Context } from '../schema/context.ts';
import { createNodeLoader, type NodeLoader } from '../schema/node-loader.ts';
import type { ContentReader } from '../store/contract.ts';
import { type Budget, type BudgetClock, createBudget } from './limits/budget.ts';
import type { QueryLimits } from './query-limits.ts';

/** What one operation works with, whichever way it is run. */
export interface OperationContext extends Context {
  readonly budget: Budget;
}

export interface OperationContextInput {
  readonly reader: ContentReader;
  readonly renderer: Renderer;
  readonly limits: QueryLimits;
  readonly clock: BudgetClock;
}

/** Its time runs from now on. */
export function createOperationContext({ reader, renderer, limits, clock }: OperationContextInput): OperationContext {
  const budget = createBudget({ limits, clock });
  const loader = charged(createNodeLoader(reader), budget);
  return { reader, loader, renderer, maximumListSize: limits.listSize, budget };
}

/** What is loaded is work, also where a field gives only a part of it. */
function charged(loader: NodeLoader, { work }: Budget): NodeLoader {
  return {
    load(id) {
      work(1);
      return loader.load(id);
    },
    loadMany(ids) {
      work(ids.length);
      return loader.loadMany(ids);
    },
  };
}
