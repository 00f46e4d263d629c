/** When a document is there for the public. Instants are milliseconds since 1970. */
export interface Publication {
  /** Also where it cannot be read when the document is meant to be there. */
  readonly draft: boolean;
  /** From then on; `null` for always before. */
  readonly publishAt: number | null;
  /** No longer from then on; `null` for never. */
  readonly expireAt: number | null;
}

/** Of documents that say nothing about it. */
export const alwaysPublished: Publication = Object.freeze({ draft: false, publishAt: null, expireAt: null });

/** What says that a document is not for the public, whatever else says. */
export const draft: Publication = Object.freeze({ ...alwaysPublished, draft: true });

/** What a path says about publishing: nothing in a folder `_drafts` is published, as Jekyll and Hexo have it. */
export const publicationOfPath = (path: string): Publication =>
  /(?:^|\/)_drafts(?:\/|$)/i.test(path) ? draft : alwaysPublished;

/** `everything` is for those who work on the content; the public never gets it. */
export type ContentView = 'published' | 'everything';

export function isPublished({ draft, publishAt, expireAt }: Publication, instant: number): boolean {
  return !draft && (publishAt === null || publishAt <= instant) && (expireAt === null || instant < expireAt);
}

/** Whether time alone publishes or withdraws the document. */
export const dependsOnTime = ({ draft, publishAt, expireAt }: Publication): boolean =>
  !draft && (publishAt !== null || expireAt !== null);

/** The first instant after this one at which something changes; `Infinity` where nothing will. */
export function nextChangeOf({ publishAt, expireAt }: Publication, instant: number): number {
  return Math.min(laterThan(instant, publishAt), laterThan(instant, expireAt));
}

const laterThan = (instant: number, time: number | null): number => (time !== null && time > instant ? time : Infinity);

/** What holds where several things are said: each of them can hide the document. */
export function both(a: Publication, b: Publication): Publication {
  return {
    draft: a.draft || b.draft,
    publishAt:
      a.publishAt === null || b.publishAt === null ? (a.publishAt ?? b.publishAt) : Math.max(a.publishAt, b.publishAt),
    expireAt:
      a.expireAt === null || b.expireAt === null ? (a.expireAt ?? b.expireAt) : Math.min(a.expireAt, b.expireAt),
  };
}
