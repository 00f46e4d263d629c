import { createDiagnostic, type Diagnostic } from '../diagnostic.ts';
import type { BuildOptions } from '../build-options.ts';
import type { ParsedDocument } from '../document.ts';
import type { DocumentCheck, SiteCheck } from './check.ts';
import type { Site } from './site.ts';

/** Checks of one document, in the order of their codes. */
export const documentChecks: readonly DocumentCheck[] = Object.freeze([]);

/** Checks of the whole content, in the order of their codes. */
export const siteChecks: readonly SiteCheck[] = Object.freeze([]);

export function checkDocument(parsed: ParsedDocument, { severities }: BuildOptions): readonly Diagnostic[] {
  return run(documentChecks, severities, parsed);
}

export function checkSite(site: Site): readonly Diagnostic[] {
  return run(siteChecks, site.options.severities, site);
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
