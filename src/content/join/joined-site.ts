import { type LanguageFacts, languageFactsOf } from '../language-facts.ts';
import { once } from '../once.ts';
import type { JoinContext } from './join-context.ts';
import type { JoinedPage, ServedDocument } from './joined-page.ts';
import { createTargetFinder, type PageTargets } from './link-targets.ts';
import { createMentionFinder, type IdentifiedMention, type MentionFinder } from './mentions.ts';
import { hasSamePlace } from './page-place.ts';
import { createPartnerDirectory, type PartnerDirectory } from './partner-directory.ts';
import { declaresPartners } from './partner-entries.ts';
import { layOut, type SiteLayout } from './site-layout.ts';
import { soughtLinks } from './sought-links.ts';

/**
 * Documents that know of each other. Never edited: a change makes a new one, which takes over from the one before it all
 * that does not follow from what changed.
 */
export interface JoinedSite {
  readonly context: JoinContext;
  readonly layout: SiteLayout;
  /** By slot, like all lists below. */
  readonly pages: readonly JoinedPage[];
  readonly targets: readonly PageTargets[];
  readonly mentions: readonly (readonly IdentifiedMention[])[];
  readonly directory: PartnerDirectory;
  readonly languages: () => readonly LanguageFacts[];
  readonly findTargets: (page: JoinedPage) => PageTargets;
  readonly findMentions: MentionFinder;
}

export interface SiteInput {
  /** All that are served, by path. */
  readonly documents: ReadonlyMap<string, ServedDocument>;
  /** Paths at which something else lies than in the previous site. */
  readonly changed: ReadonlySet<string>;
  readonly context: JoinContext;
  readonly previous: JoinedSite | null;
}

export function joinSite(input: SiteInput): JoinedSite {
  const { context, previous } = input;
  const layout = previous !== null && keepsLayout(input, previous) ? previous.layout : layOutAll(input);
  const kept = previous?.layout === layout ? previous : null;
  const changedSlots = [...input.changed].flatMap((path) => layout.slotsByFile.get(path) ?? []);
  const pages = pagesOf(input, layout, kept, changedSlots);

  const keptTargets = kept !== null && isSameContext(kept.context, context) ? kept : null;
  const findTargets = keptTargets?.findTargets ?? createTargetFinder(layout, context);
  const targets = renewed(keptTargets?.targets ?? null, pages, changedSlots, findTargets);

  const directory =
    kept !== null && keepsPartners(changedSlots, kept, pages, context)
      ? kept.directory
      : createPartnerDirectory(pages, context.options.partners);
  const keptMentions = keptTargets?.directory.mentionKey === directory.mentionKey ? keptTargets : null;
  const findMentions = keptMentions?.findMentions ?? createMentionFinder(directory.identities);
  const languages = keptTargets?.languages ?? createLanguages(layout, context);
  const joined = { context, layout, pages, targets, directory, languages, findTargets, findMentions };
  const mentionsOf = (page: JoinedPage, slot: number) => findMentions(page, targets[slot] ?? []);
  if (keptMentions !== null)
    return { ...joined, mentions: renewed(keptMentions.mentions, pages, changedSlots, mentionsOf) };
  const known = previous === null ? null : knownMentions(joined, previous);
  return { ...joined, mentions: pages.map((page, slot) => known?.(page, slot) ?? mentionsOf(page, slot)) };
}

function keepsLayout({ documents, changed }: SiteInput, { layout, pages }: JoinedSite): boolean {
  for (const path of changed) {
    const before = pages[layout.slotsByFile.get(path) ?? -1];
    const after = documents.get(path);
    if (before === undefined || after === undefined || !hasSamePlace(before.document, after.document)) return false;
  }
  return true;
}

const layOutAll = ({ documents, context }: SiteInput): SiteLayout =>
  layOut(
    Array.from(documents.values(), ({ document }) => document),
    context.options,
  );

/** On its own, since a closure keeps all that is around it: the site before this one, and so all sites before that. */
const createLanguages = (layout: SiteLayout, context: JoinContext) => once(() => languagesOf(layout, context));

function languagesOf({ places }: SiteLayout, { options, defaultLanguage }: JoinContext): readonly LanguageFacts[] {
  const tags = [...new Set([...places.map(({ language }) => language), ...(options.languages ?? [])])].sort();
  return Object.freeze(languageFactsOf(places, tags, { fallbacks: options.fallbacks, defaultLanguage }));
}

const isSameContext = (a: JoinContext, b: JoinContext): boolean =>
  a.options === b.options && a.defaultLanguage === b.defaultLanguage && a.assets === b.assets;

function pagesOf(
  { documents, context, previous }: SiteInput,
  layout: SiteLayout,
  kept: JoinedSite | null,
  slots: readonly number[],
): readonly JoinedPage[] {
  return renewed(kept?.pages ?? null, layout.places, slots, (place) => {
    const found = documents.get(place.file);
    if (found === undefined) throw new Error(`expected a document for every page, but got none for: ${place.file}`);
    const { document, extraction, digest } = found;
    const before = previous?.pages[previous.layout.slotsByFile.get(place.file) ?? -1];
    if (before?.extraction === extraction) {
      const { sought, linkCount } = before;
      return { place, document, extraction, digest, sought, linkCount };
    }
    const { links } = extraction;
    const sought = soughtLinks(links, context.options.origins);
    return { place, document, extraction, digest, sought, linkCount: links.length };
  });
}

/** A list with new values in some slots; without a list to begin with, in all. */
function renewed<Item, Value>(
  before: readonly Value[] | null,
  items: readonly Item[],
  slots: readonly number[],
  make: (item: Item, slot: number) => Value,
): readonly Value[] {
  if (before === null) return items.map(make);
  const values = [...before];
  for (const slot of slots) {
    const item = items[slot];
    if (item !== undefined) values[slot] = make(item, slot);
  }
  return values;
}

function keepsPartners(
  slots: readonly number[],
  { pages: before, context: contextBefore }: JoinedSite,
  pages: readonly JoinedPage[],
  { options }: JoinContext,
): boolean {
  if (contextBefore.options !== options) return false;
  return slots.every((slot) =>
    [before[slot], pages[slot]].every((page) => page !== undefined && !declaresPartners(page, options.partners.folder)),
  );
}

/**
 * What the previous site found on pages that are the same, where partners are: a page that came, went or moved changes
 * nothing that others say, but for links that now lead elsewhere.
 */
function knownMentions(
  { layout, targets, directory }: Pick<JoinedSite, 'layout' | 'targets' | 'directory'>,
  previous: JoinedSite,
): ((page: JoinedPage, slot: number) => readonly IdentifiedMention[] | null) | null {
  if (previous.directory.mentionKey !== directory.mentionKey) return null;
  const idsOf = (slot: number, { layout: { places }, targets: found }: Pick<JoinedSite, 'layout' | 'targets'>) =>
    (found[slot] ?? []).map((target) => places[target.slot ?? -1]?.id ?? '').join('\n');
  return ({ place, extraction }, slot) => {
    const slotBefore = previous.layout.slotsByFile.get(place.file) ?? -1;
    const before = previous.pages[slotBefore];
    if (before?.extraction !== extraction || before.place.id !== place.id) return null;
    if (idsOf(slotBefore, previous) !== idsOf(slot, { layout, targets })) return null;
    return previous.mentions[slotBefore] ?? null;
  };
}
