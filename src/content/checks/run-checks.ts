import type { BuildOptions } from '../build-options.ts';
import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import type { ParsedDocument } from '../document.ts';
import { anchorBroken } from './anchor-broken.ts';
import { assetMissing } from './asset-missing.ts';
import type { DocumentCheck, SiteCheck } from './check.ts';
import { headingSkipped } from './heading-skipped.ts';
import { languageFolder } from './language-folder.ts';
import { linkBroken } from './link-broken.ts';
import { partnerMissing } from './partner-missing.ts';
import { partnerUnlisted } from './partner-unlisted.ts';
import { partnerUrlDiffers } from './partner-url-differs.ts';
import { placeholderValue } from './placeholder-value.ts';
import type { Site } from './site.ts';
import { slugLookAlike } from './slug-look-alike.ts';
import { translationMissing } from './translation-missing.ts';
import { translationStructure } from './translation-structure.ts';
import { translationUntranslated } from './translation-untranslated.ts';

/** Checks of one document, in the order of their codes. */
export const documentChecks: readonly DocumentCheck[] = Object.freeze([
  headingSkipped,
  languageFolder,
  placeholderValue,
]);

/** Checks of the whole content, in the order of their codes. */
export const siteChecks: readonly SiteCheck[] = Object.freeze([
  anchorBroken,
  assetMissing,
  linkBroken,
  partnerMissing,
  partnerUnlisted,
  partnerUrlDiffers,
  slugLookAlike,
  translationMissing,
  translationStructure,
  translationUntranslated,
]);

export function checkDocument(parsed: ParsedDocument, { severities }: BuildOptions): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { code, run } of documentChecks) {
    if (severities[code] === 'off') continue;
    run(parsed, (finding) => diagnostics.push(createDiagnostic({ ...finding, code })));
  }
  return diagnostics;
}

/** In steps. */
export function* checkSite(site: Site): Generator<void, readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { code, run } of siteChecks) {
    if (site.options.severities[code] === 'off') continue;
    const steps = run(site, (finding) => diagnostics.push(createDiagnostic({ ...finding, code })));
    if (steps !== undefined) yield* steps;
    yield;
  }
  return diagnostics;
}
