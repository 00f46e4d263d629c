import type { ContentNode, NodeType } from '../../../src/content/nodes.ts';
import type { Snapshot } from '../../../src/content/snapshot.ts';
import type {
  ContentReader,
  ContentStore,
  ListPosition,
  ListQuery,
  ListWindow,
  WindowQuery,
} from '../../../src/store/contract.ts';
import type { MaybePromise } from '../../../src/store/maybe-promise.ts';
import type { Files } from '../../support/content.ts';

export type CreateStore = (snapshot: Snapshot) => MaybePromise<ContentStore>;

export const nodeTypes: readonly NodeType[] = ['Page', 'Partner', 'Goal', 'Link'];
export const whole: WindowQuery = { first: null, last: null, after: null, before: null };
/** All nodes in the default order. */
export const everything: ListQuery = { languages: null, filter: null, order: [], window: whole };
export const emptyList = { items: [], totalCount: 0, hasPreviousPage: false, hasNextPage: false };
/** Stands in for a position that a test's content must have. */
export const nowhere: ListPosition = { id: 'nowhere', sortKey: [], preceding: [] };

/** Things of every type in two languages. */
export const garden: Files = {
  'en/garden.md': `# Garden

## Partners

- [Willow](https://willow.example), baskets
- [Alder](https://alder.example)

## Goals

- Share the [seeds](/seeds)
- Mend the tools
`,
  'de/garten.md': `---
slug: garden
---

## Partner

- [Alder](https://alder.example/de)

## Ziele

- Saatgut [teilen](/saat)
`,
  'en/news/autumn.md': '# Autumn\n\nFirst [apples](https://apples.example).\n',
  'en/bees.md': '# Bees\n',
};

export const pagesNamed = (names: readonly string[]): Files =>
  Object.fromEntries(names.map((name) => [`en/${name}.md`, `# ${name}\n`]));

/** Content with one thing of a type for each name; partners, goals and links in the order of the names. */
export function thingsNamed(type: NodeType, names: readonly string[]): Files {
  const partners = names.map((name) => `- [${name}](https://${name.toLowerCase()}.example)`);
  const goals = names.map((name) => `- ${name}`);
  const lists = ['## Partners', '', ...partners, '', '## Goals', '', ...goals, ''];
  return type === 'Page' ? pagesNamed(names) : { 'en/list.md': lists.join('\n') };
}

export function nameOf(node: ContentNode): string {
  if (node.type === 'Page') return `${node.language} ${node.path}`;
  return `${node.language} ${node.type === 'Partner' ? node.name : node.text}`;
}

export const namesOf = ({ items }: ListWindow<ContentNode>): readonly string[] => items.map(({ node }) => nameOf(node));

export async function positionsOf(reader: ContentReader, type: NodeType): Promise<readonly ListPosition[]> {
  const { items } = await reader.list(type, everything);
  return items.map(({ position }) => position());
}

export function fieldOf(node: ContentNode, field: string): unknown {
  const values: Readonly<Record<string, unknown>> = { ...node };
  return values[field];
}
