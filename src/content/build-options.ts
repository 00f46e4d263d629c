import { builtInRules } from './built-in-rules.ts';
import type { ConfigurableCode, Severity } from './diagnostic.ts';
import type { ExtractionRule } from './rules.ts';

/** Everything beside the files that a snapshot depends on; whoever makes it has checked it. */
export interface BuildOptions {
  /** Canonical BCP 47 tag of documents that say nothing about their language, and of look-ups that name none. */
  readonly defaultLanguage: string;
  /** Canonical tags of the languages that the site is to have; `null` for those that its pages have. */
  readonly languages: readonly string[] | null;
  /** Further languages to try, by the tag that was asked for; see `language-chain.ts`. */
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
  /** By collection (`announcements`, `docs/guides`, `pages`, or `` for the top). */
  readonly collections: Readonly<Record<string, CollectionOptions>>;
  readonly rules: readonly ExtractionRule[];
  readonly partners: PartnerOptions;
  /** Origins of the site itself (`https://example.org`): links to them are links to its pages. */
  readonly origins: readonly string[];
  /** Paths that the site makes without a document; a `*` at the end stands for anything. Links to them are not broken. */
  readonly routes: readonly string[];
  /** Severities that are not the built-in ones; a check that is off is not run. */
  readonly severities: Readonly<Partial<Record<ConfigurableCode, Severity | 'off'>>>;
}

interface CollectionOptions {
  /** Path of a page on the site, with `:slug` in it: `/blog/:slug`. */
  readonly url: string;
}

export interface PartnerOptions {
  /** Collection whose documents with a `name` or `url` are partners. */
  readonly folder: string;
  /** Other names of partners, by name. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

export const defaultBuildOptions: BuildOptions = Object.freeze({
  defaultLanguage: 'en',
  languages: null,
  fallbacks: Object.freeze({}),
  collections: Object.freeze({}),
  rules: builtInRules,
  partners: { folder: 'partners', aliases: {} },
  origins: [],
  routes: [],
  severities: {},
});
