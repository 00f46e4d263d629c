import { describe, expect, test } from 'vitest';
import { createProgressBar } from '../../src/cli/progress-bar.ts';

/** What a build of these files tells that takes so long for each, in order. */
function told({ total, each, columns }: { total: number; each: number; columns: number }): readonly string[] {
  let now = 500;
  const written: string[] = [];
  const terminal = { err: (text: string) => void written.push(text), errColumns: () => columns };
  const bar = createProgressBar({ terminal, now: () => now });
  for (let done = 0; done < total; done++) {
    bar.update({ done, total });
    now += each;
  }
  bar.end();
  return written;
}

const clear = '\u001b[K';

describe('the progress of a build', () => {
  test('is not told when it is over within a second', () => {
    expect(told({ total: 100, each: 9.9, columns: 80 })).toEqual([]);
    expect(told({ total: 100, each: 9.9, columns: Infinity })).toEqual([]);
  });

  test('is a bar on a terminal, drawn again every tenth of a second, and wiped away', () => {
    const pictures = told({ total: 24, each: 50, columns: 60 });
    expect(pictures).toEqual([
      `\r[=========================     ] 83% 20 of 24 files${clear}`,
      `\r[============================  ] 91% 22 of 24 files${clear}`,
      `\r${clear}`,
    ]);
  });

  test('fits into a narrow terminal', () => {
    expect(told({ total: 21, each: 50, columns: 32 })).toEqual([
      `\r[=========] 95% 20 of 21 files${clear}`,
      `\r${clear}`,
    ]);
    expect(told({ total: 21, each: 50, columns: 20 })).toEqual([`\r 95%${clear}`, `\r${clear}`]);
    expect(told({ total: 21, each: 50, columns: 3 })).toEqual([`\r 9${clear}`, `\r${clear}`]);
  });

  test('is a line for each tenth elsewhere', () => {
    expect(told({ total: 200, each: 20, columns: Infinity })).toEqual(
      [30, 40, 50, 60, 70, 80, 90].map((percent) => `foliograph: ${percent}% of 200 files read\n`),
    );
  });
});
