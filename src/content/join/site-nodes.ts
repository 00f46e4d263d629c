import type { ContentNode, GoalNode, LinkNode, NodeReference, NodeType, PageNode, PartnerNode } from '../nodes.ts';
import { once } from '../once.ts';
import { createAnchorFinder } from './anchor-finder.ts';
import { backlinksOf } from './backlinks.ts';
import { goalNodes } from './goal-nodes.ts';
import { pageIdOf, typeOfId } from './identity.ts';
import type { JoinedPage } from './joined-page.ts';
import type { JoinedSite } from './joined-site.ts';
import { type LinkEnd, linkNodes } from './link-nodes.ts';
import { pageNode } from './page-node.ts';
import { linkReferences } from './page-references.ts';
import { partnerNodes } from './partner-nodes.ts';

/** The nodes of a site, each made when it is first asked for, and kept. */
export interface SiteNodes {
  page(slot: number): PageNode | undefined;
  /** By global id. */
  node(id: string): ContentNode | undefined;
  /** In their default order. */
  pages(): readonly PageNode[];
  partners(): readonly PartnerNode[];
  goals(): readonly GoalNode[];
  links(): readonly LinkNode[];
  /** Links that lead nowhere, page by page; the others are not made. */
  brokenLinks(): Generator<void, readonly LinkNode[]>;
}

const none: readonly never[] = Object.freeze([]);

export function createSiteNodes(site: JoinedSite): SiteNodes {
  const { pages, layout, targets, directory } = site;
  const anchors = createAnchorFinder();
  const backlinks = once(() => backlinksOf(pages, targets));
  const partners = once(() => partnerNodes(site));
  const partnersById = once(() => new Map(partners().map((partner) => [partner.id, partner])));

  const page = bySlot((owner) =>
    pageNode(owner, {
      partners: directory.listed.get(owner.place.slot) ?? none,
      backlinkIds: () => Object.freeze(backlinkIds(owner.place.slot)),
    }),
  );
  const goals = bySlot((owner) => goalNodes(owner, translationsOf(owner)));
  const links = bySlot((owner) => linkNodes(owner, translationsOf(owner), endsOf(owner)));

  function bySlot<Value>(make: (page: JoinedPage) => Value): (slot: number) => Value | undefined {
    const made = new Map<number, Value>();
    return (slot) => {
      const known = made.get(slot);
      const owner = pages[slot];
      if (known !== undefined || owner === undefined) return known;
      const value = make(owner);
      made.set(slot, value);
      return value;
    };
  }

  function translationsOf({ place }: JoinedPage): readonly JoinedPage[] {
    return place.translationSlots.flatMap((slot) => pages[slot] ?? []);
  }

  function endsOf(owner: JoinedPage): ReadonlyMap<number, LinkEnd> {
    return new Map(owner.sought.map(({ index }, at) => [index, endOf(owner, at)]));
  }

  function endOf(owner: JoinedPage, at: number): LinkEnd {
    const { slot = null, problem = null } = targets[owner.place.slot]?.[at] ?? {};
    const { url = '', kind } = owner.sought[at] ?? {};
    const target = kind === 'ANCHOR' ? owner : slot === null ? undefined : pages[slot];
    return {
      targetId: slot === null ? null : (layout.places[slot]?.id ?? null),
      problem: problem ?? (target === undefined ? null : anchors.problemOf(url, target)),
    };
  }

  function backlinkIds(slot: number): string[] {
    const references = new Map<number, readonly NodeReference[]>();
    return backlinks()(slot).flatMap(({ slot: from, index }) => {
      const owner = pages[from];
      if (owner === undefined) return [];
      const known = references.get(from) ?? linkReferences(owner);
      references.set(from, known);
      return known[index]?.id ?? [];
    });
  }

  const isBroken = (owner: JoinedPage): boolean => owner.sought.some((_, at) => endOf(owner, at).problem !== null);
  const all = {
    pages: once(() => pages.flatMap(({ place }) => page(place.slot) ?? [])),
    goals: once(() => pages.flatMap(({ place }) => goals(place.slot) ?? [])),
    links: once(() => pages.flatMap(({ place }) => links(place.slot) ?? [])),
  };
  /** How a node of each type is found by its id. */
  const find: { readonly [Type in NodeType]: (id: string) => ContentNode | undefined } = {
    Page: (id) => page(layout.slotsById.get(id) ?? -1),
    Partner: (id) => partnersById().get(id),
    Goal: (id) => goals(slotOfOwner(id))?.find((goal) => goal.id === id),
    Link: (id) => links(slotOfOwner(id))?.find((link) => link.id === id),
  };
  const slotOfOwner = (id: string): number => layout.slotsById.get(pageIdOf(id)) ?? -1;

  return {
    ...all,
    page,
    partners,
    node(id) {
      const type = typeOfId(id);
      return type === null ? undefined : find[type](id);
    },
    *brokenLinks() {
      const broken: LinkNode[] = [];
      for (const owner of pages) {
        yield;
        if (!isBroken(owner)) continue;
        for (const link of links(owner.place.slot) ?? none) if (link.problem !== null) broken.push(link);
      }
      return broken;
    },
  };
}
