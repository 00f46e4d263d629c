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
  const aliases = createAliasIndex(options.aliases);
  const sharedHosts = hostsOfSeveral(entries);
  const sets = createDisjointSets(entries.length);
  const firstWith = new Map<string, number>();
  entries.forEach((entry, index) => {
    for (const key of keysOf(entry, aliases, sharedHosts)) {
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

/** What the owner of the content declares as names of one partner. */
interface AliasIndex {
  /** Declarations that a name is in, by its key. */
  readonly declarationsOf: (key: string) => readonly AliasDeclaration[];
}

interface AliasDeclaration {
  readonly key: string;
  readonly names: readonly string[];
}

function createAliasIndex(aliases: PartnerOptions['aliases']): AliasIndex {
  const byKey = new Map<string, AliasDeclaration[]>();
  for (const [head, others] of Object.entries(aliases)) {
    const declaration = { key: nameKey(head), names: [head, ...others] };
    for (const key of new Set(declaration.names.map(nameKey))) byKey.set(key, [...(byKey.get(key) ?? []), declaration]);
  }
  return { declarationsOf: (key) => byKey.get(key) ?? [] };
}

function keysOf(
  { name, url, aliases }: PartnerEntry,
  index: AliasIndex,
  sharedHosts: ReadonlySet<string>,
): readonly string[] {
  const names = [name, ...aliases].map(nameKey);
  // every member of a declaration is known by its head, also where nobody uses that
  const declared = names.flatMap((key) => index.declarationsOf(key).map((declaration) => declaration.key));
  const keys = [...names, ...declared].map((key) => `name\0${key}`);
  const site = url === null ? null : siteOf(url);
  if (site === null) return keys;
  return [
    ...keys,
    sharedHosts.has(site.host) || isSharedHost(site.host) ? siteKey(site.host, site.path) : siteKey(site.host, ''),
  ];
}

/** Under which a site is known. */
const siteKey = (host: string, path: string): string => `site\0${host}\0${path}`;

/**
 * Hosts from which one page lists several partners, or several files of a language are: neither the host nor the names tie
 * these.
 */
function hostsOfSeveral(entries: readonly PartnerEntry[]): ReadonlySet<string> {
  const shared = new Set<string>();
  const named = new Map<string, { key: string; path: string }>();
  for (const { page, name, url, position } of entries) {
    const site = url === null ? null : siteOf(url);
    if (site === null) continue;
    const place = `${position === 0 ? page.place.language : page.place.id}\0${site.host}`;
    const first = named.get(place);
    const key = nameKey(name);
    if (first === undefined) named.set(place, { key, path: site.path });
    else if (first.key !== key && first.path !== site.path) shared.add(site.host);
  }
  return shared;
}

function namesOf(entries: readonly PartnerEntry[], { declarationsOf }: AliasIndex): string[] {
  const names = entries.flatMap((entry) => [entry.name, ...entry.aliases]);
  const declared = [...new Set(names.map(nameKey))].flatMap(declarationsOf).flatMap((declaration) => declaration.names);
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
