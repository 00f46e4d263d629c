import type { PartnerOptions } from '../build-options.ts';
import { groupBy } from '../group-by.ts';
import type { JsonObject } from '../json.ts';
import type { NodeSource } from '../nodes.ts';
import type { JoinedPage } from './joined-page.ts';
import { nameKey } from './partner-names.ts';
import { isSharedHost, siteOf } from './partner-site.ts';

/** One place that says that there is a partner: an item of a list, or a file of its own. */
export interface PartnerEntry {
  readonly page: JoinedPage;
  readonly name: string;
  readonly url: string | null;
  readonly description: string | null;
  readonly aliases: readonly string[];
  readonly source: NodeSource;
  /** From 1, in the list of its page; 0 for its own file. */
  readonly position: number;
  /** Of its own file. */
  readonly slug: string | null;
  readonly frontmatter: JsonObject | null;
}

/** One partner, in every language. */
export interface PartnerIdentity {
  /** In the order of their pages. */
  readonly entries: readonly PartnerEntry[];
  /** Its names as written, those that are declared as aliases included. */
  readonly names: readonly string[];
}

/**
 * Which entries are one partner: those with the same name (see {@link nameKey}) or alias, and those that lead to the same
 * host. On a host that many share, and on one from which a single page lists several partners, the path counts, too.
 *
 * @param entries - ordered by page
 */
export function identifyPartners(
  entries: readonly PartnerEntry[],
  options: PartnerOptions,
): readonly PartnerIdentity[] {
  const aliases = Object.entries(options.aliases);
  const sharedHosts = hostsOfSeveral(entries);
  const sets = createDisjointSets(entries.length);
  const firstWith = new Map<string, number>();
  const aliasKeys = new Map<string, string[]>();
  for (const [name, others] of aliases) aliasKeys.set(nameKey(name), others.map(nameKey));

  entries.forEach((entry, index) => {
    for (const key of keysOf(entry, aliasKeys, sharedHosts)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else sets.unite(first, index);
    }
  });
  const groups = groupBy([...entries.keys()], (index) => String(sets.rootOf(index)));
  return [...groups.values()].map((indexes) => {
    const own = indexes.flatMap((index) => entries[index] ?? []);
    return { entries: own, names: namesOf(own, aliases) };
  });
}

function keysOf(
  { name, url, aliases }: PartnerEntry,
  aliasKeys: ReadonlyMap<string, readonly string[]>,
  sharedHosts: ReadonlySet<string>,
): readonly string[] {
  const names = [name, ...aliases].map(nameKey);
  const keys = [...names, ...names.flatMap((key) => aliasKeys.get(key) ?? [])].map((key) => `name\0${key}`);
  const site = url === null ? null : siteOf(url);
  if (site === null) return keys;
  return [
    ...keys,
    sharedHosts.has(site.host) || isSharedHost(site.host) ? siteKey(site.host, site.path) : siteKey(site.host, ''),
  ];
}

/** Under which a site is known. */
const siteKey = (host: string, path: string): string => `site\0${host}\0${path}`;

/** Hosts from which one page lists several partners: neither the host nor the names tie these. */
function hostsOfSeveral(entries: readonly PartnerEntry[]): ReadonlySet<string> {
  const shared = new Set<string>();
  const named = new Map<string, { key: string; path: string }>();
  for (const { page, name, url } of entries) {
    const site = url === null ? null : siteOf(url);
    if (site === null) continue;
    const place = `${page.id}\0${site.host}`;
    const first = named.get(place);
    const key = nameKey(name);
    if (first === undefined) named.set(place, { key, path: site.path });
    else if (first.key !== key && first.path !== site.path) shared.add(site.host);
  }
  return shared;
}

function namesOf(
  entries: readonly PartnerEntry[],
  aliases: readonly (readonly [string, readonly string[]])[],
): string[] {
  const names = entries.flatMap((entry) => [entry.name, ...entry.aliases]);
  const keys = new Set(names.map(nameKey));
  const declared = aliases.filter(([name, others]) => [name, ...others].some((one) => keys.has(nameKey(one)))).flat(2);
  return [...new Set([...names, ...declared])];
}

/** Sets that can be united (Tarjan's union-find with path halving); the lowest member stands for its set. */
function createDisjointSets(size: number) {
  const parents = Array.from({ length: size }, (_, index) => index);
  function rootOf(index: number): number {
    let current = index;
    for (let parent = parents[current] ?? current; parent !== current; parent = parents[current] ?? current) {
      parents[current] = parents[parent] ?? parent;
      current = parents[current] ?? current;
    }
    return current;
  }
  return {
    rootOf,
    unite(a: number, b: number): void {
      const [low, high] = [rootOf(a), rootOf(b)].toSorted((x, y) => x - y);
      if (low !== undefined && high !== undefined) parents[high] = low;
    },
  };
}
