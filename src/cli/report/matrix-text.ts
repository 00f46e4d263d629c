import type { Paint } from '../color.ts';
import { displayWidth, padEnd } from '../display-width.ts';
import { printable } from '../terminal.ts';
import { counted } from './summary.ts';
import type { MatrixRow, TranslationMatrix } from './translation-matrix.ts';

/** For people: a line for each page, a column for each language, and what each language has and lacks. */
export function matrixText(matrix: TranslationMatrix, paint: Paint): string {
  const lines = [...tableOf(matrix, paint), ...factsOf(matrix)];
  return lines.map((line) => `${line}\n`).join('');
}

function tableOf({ languages, rows }: TranslationMatrix, paint: Paint): readonly string[] {
  if (rows.length === 0) return [];
  const tags = languages.map(({ tag }) => tag);
  const paths = rows.map(({ path }) => printable(path));
  const width = paths.reduce((widest, path) => Math.max(widest, displayWidth(path)), 0);
  const head = paint('bold', [padEnd('', width), ...tags].join('  '));
  const lines = rows.map((row, index) =>
    [padEnd(paths[index] ?? '', width), ...tags.map((tag) => markOf(row, tag, paint))].join('  ').trimEnd(),
  );
  return [head, ...lines, ''];
}

/** As wide as the head of its column. */
function markOf({ files }: MatrixRow, tag: string, paint: Paint): string {
  const hasPage = files[tag] !== null;
  return paint(hasPage ? 'green' : 'red', hasPage ? '✓' : '✗') + ' '.repeat(tag.length - 1);
}

const factsOf = ({ languages }: TranslationMatrix): readonly string[] =>
  languages.map(({ tag, pageCount, translatedCount, missingIds }) => {
    return `${tag}: ${counted(pageCount, 'page')}, ${translatedCount} translated, ${missingIds.length} missing`;
  });
