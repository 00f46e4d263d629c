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
  return run(documentChecks, severities, parsed);
}

/** Check by check. */
export function* checkSite(site: Site): Generator<void, readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const check of siteChecks) {
    for (const diagnostic of run([check], site.options.severities, site)) diagnostics.push(diagnostic);
    yield;
  }
  return diagnostics;
}

/** What the checks say that are not off. */
function run<Subject>(
  checks: readonly {
    code: SiteCheck['code'];
    run: (subject: Subject, report: Parameters<SiteCheck['run']>[1]) => void;
  }[],
  severities: BuildOptions['severities'],
  subject: Subject,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const check of checks) {
    if (severities[check.code] === 'off') continue;
    check.run(subject, (finding) => diagnostics.push(createDiagnostic({ ...finding, code: check.code })));
  }
  return diagnostics;
}
