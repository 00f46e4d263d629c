import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode, NodeType } from '../../../src/content/nodes.ts';
import type { ContentStore, ListQuery, ListWindow, WindowQuery } from '../../../src/store/contract.ts';
import { snapshotOf } from '../../support/content.ts';
import { randomFiles, randomQuery, randomSizes } from './random.ts';
import { randomChange } from './random-change.ts';
import { type CreateStore, fieldOf, nodeTypes, whole } from './support.ts';

export function walkContract(name: string, createStore: CreateStore): void {
  describe(name, () => {
    it.each(nodeTypes)('meet every %s once, forward and backward, by pages of any size', async (type) => {
      await fc.assert(
        fc.asyncProperty(randomFiles, randomQuery(type), randomSizes, async (files, query, sizes) => {
          const store = await createStore(snapshotOf(files));
          const ids = (await listed(store, type, query)).map(({ id }) => id);
          expect(await walked(forward, { store, type, query, sizes })).toEqual(ids);
          expect(await walked(backward, { store, type, query, sizes })).toEqual(ids.toReversed());
        }),
        { numRuns: 40 },
      );
    });

    describe.each([
      ['forward', forward],
      ['backward', backward],
    ] as const)('%s', (_name, direction) => {
      it.each(nodeTypes)('neither lose nor repeat a %s when the content is swapped between two pages', async (type) => {
        await fc.assert(
          fc.asyncProperty(
            randomChange,
            randomQuery(type),
            randomSizes,
            fc.nat(4),
            async (change, query, sizes, at) => {
              const [before, after] = [snapshotOf(change.before), snapshotOf(change.after)];
              const store = await createStore(before);
              const known = await listed(store, type, query);
              const swap = { at, publish: () => store.publish(after) };
              const met = await walked(direction, { store, type, query, sizes, swap });
              await store.publish(after);
              const kept = await listed(store, type, query);
              const stayed = known.filter(
                (node) => kept.some(({ id }) => id === node.id) && keyOf(node.id, before) === keyOf(node.id, after),
              );
              const timesMet = ({ id }: ContentNode) => [id, met.filter((other) => other === id).length];
              expect(stayed.map(timesMet)).toEqual(stayed.map(({ id }) => [id, 1]));

              function keyOf(id: string, { nodes }: typeof before): string {
                const node = nodes.get(id);
                if (node === undefined) return '';
                if (query.order.length > 0) return JSON.stringify(query.order.map(({ field }) => fieldOf(node, field)));
                const page =
                  node.type === 'Page' ? node : nodes.get(node.type === 'Partner' ? node.placeId : node.pageId);
                return page?.type === 'Page' ? JSON.stringify([page.path, page.language]) : '';
              }
            },
          ),
          { numRuns: 60 },
        );
      });
    });
  });
}

type Query = Pick<ListQuery, 'languages' | 'filter' | 'order'>;

interface Walk {
  readonly store: ContentStore;
  readonly type: NodeType;
  readonly query: Query;
  /** Sizes of the pages, taken in turn. */
  readonly sizes: readonly number[];
  /** What is published before the page of this number is read. */
  readonly swap?: { readonly at: number; readonly publish: () => unknown };
}

/** How a walk goes from page to page. */
interface Direction {
  window(last: ListWindow<ContentNode> | null, size: number): WindowQuery;
  ids(page: ListWindow<ContentNode>): readonly string[];
  goesOn(page: ListWindow<ContentNode>): boolean;
}

const idsOf = ({ items }: ListWindow<ContentNode>): string[] => items.map(({ node }) => node.id);

const forward: Direction = {
  window: (page, first) => ({ ...whole, after: page?.items.at(-1)?.position() ?? null, first }),
  ids: idsOf,
  goesOn: ({ hasNextPage }) => hasNextPage,
};

const backward: Direction = {
  window: (page, last) => ({ ...whole, before: page?.items[0]?.position() ?? null, last }),
  ids: (page) => idsOf(page).reverse(),
  goesOn: ({ hasPreviousPage }) => hasPreviousPage,
};

/** The ids that a walk meets, in the order in which it does. */
async function walked(direction: Direction, { store, type, query, sizes, swap }: Walk): Promise<readonly string[]> {
  const ids: string[] = [];
  let page: ListWindow<ContentNode> | null = null;
  // a store that runs in circles must fail, too
  for (let number = 0; number < 200; number++) {
    if (number === swap?.at) await swap.publish();
    const window: WindowQuery = direction.window(page, sizes[number % sizes.length] ?? 1);
    page = await store.current().list(type, { ...query, window });
    ids.push(...direction.ids(page));
    if (!direction.goesOn(page)) break;
  }
  return ids;
}

async function listed(store: ContentStore, type: NodeType, query: Query): Promise<readonly ContentNode[]> {
  const { items } = await store.current().list(type, { ...query, window: whole });
  return items.map(({ node }) => node);
}
