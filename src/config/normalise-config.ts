import { resolve } from 'node:path';
import { type BuildOptions, defaultBuildOptions } from '../content/build-options.ts';
import type { ContentFolders } from '../content/build-snapshot.ts';
import { canonicalLanguage } from '../content/language-tag.ts';
import type { ExtractionRule } from '../content/rules.ts';
import type { Config } from './config-schema.ts';

/** Fills in what a valid configuration leaves out, and brings tags and names into the form that the content has. */
export function normaliseConfig(config: Config): BuildOptions {
  const { collections = {}, partners = {} } = config;
  const languages = config.languages?.map(canonical) ?? null;
  return Object.freeze({
    defaultLanguage: defaultLanguageOf(config.defaultLanguage, languages),
    languages,
    fallbacks: mapRecord(config.fallback ?? {}, canonical, (chain) => chain.map(canonical)),
    collections: mapRecord(collections, nfc, ({ url }) => ({ url: nfc(url) })),
    rules: rulesOf(config),
    partners: { folder: nfc(partners.folder ?? defaultBuildOptions.partners.folder), aliases: partners.aliases ?? {} },
    origins: [config.site ?? []].flat().map((url) => new URL(url).origin),
    routes: config.routes?.map(nfc) ?? [],
    severities: mapRecord(
      config.checks ?? {},
      (code) => code,
      (severity) => severity,
    ),
  });
}

/** @param base - folder that relative paths begin in */
export function foldersOf({ content = 'content', assets }: Config, base: string): ContentFolders {
  return { root: resolve(base, content), assets: assets === undefined ? null : resolve(base, assets) };
}

function defaultLanguageOf(configured: string | undefined, languages: readonly string[] | null): string {
  if (configured !== undefined) return canonical(configured);
  const builtIn = defaultBuildOptions.defaultLanguage;
  return languages === null || languages.includes(builtIn) ? builtIn : (languages[0] ?? builtIn);
}

/** Own rules come first; one with the name of a built-in rule takes its place. */
function rulesOf({ rules = [], builtInRules: withBuiltIn = true }: Config): readonly ExtractionRule[] {
  const own = rules.map(({ name, type, pages, headings, item, expected }) => ({
    name,
    type,
    pages: pages?.map(nfc) ?? null,
    headings: mapRecord(headings, canonical, (phrases) => phrases),
    item,
    expected: expected ?? null,
  }));
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...(withBuiltIn ? defaultBuildOptions.rules.filter(({ name }) => !names.has(name)) : [])];
}

function mapRecord<Value, Result>(
  record: Readonly<Record<string, Value | undefined>>,
  key: (name: string) => string,
  value: (value: Value) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, item]) => (item === undefined ? [] : [[key(name), value(item)]])),
  );
}

const canonical = (tag: string): string => canonicalLanguage(tag) ?? tag;
const nfc = (text: string): string => text.normalize('NFC');
