import type { TranslationMatrix } from './translation-matrix.ts';

/** For programs; the fields are those of docs/checking.md. */
export function matrixJson({ languages, rows }: TranslationMatrix): string {
  const facts = languages.map(({ tag, isDefault, pageCount, translatedCount, missingIds }) => {
    return { tag, isDefault, pages: pageCount, translated: translatedCount, missing: missingIds.length };
  });
  return `${JSON.stringify({ languages: facts, pages: rows }, null, 2)}\n`;
}
