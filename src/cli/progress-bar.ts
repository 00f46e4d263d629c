import type { BuildProgress } from '../content/build-progress.ts';
import type { Terminal } from './terminal.ts';

/** Tells how far a build is once it takes long. */
export interface ProgressBar {
  update(progress: BuildProgress): void;
  /** Leaves nothing on the terminal. */
  end(): void;
}

export interface ProgressBarInput {
  readonly terminal: Pick<Terminal, 'err' | 'errColumns'>;
  /** Milliseconds from some point in time. */
  readonly now: () => number;
}

/** Milliseconds during which nothing is told: most builds are over by then. */
const patience = 1000;
/** Milliseconds between two pictures. */
const pictureTime = 100;

/** A bar that moves on a terminal, a line for each tenth elsewhere. */
export function createProgressBar({ terminal, now }: ProgressBarInput): ProgressBar {
  const begin = now();
  let nextPicture = begin + patience;
  let toldTenths = -1;
  let isDrawn = false;
  return {
    update({ done, total }) {
      const time = now();
      if (time < nextPicture) return;
      const columns = terminal.errColumns();
      if (columns === Infinity) tellTenth({ done, total });
      else draw({ done, total }, columns);
      if (columns !== Infinity) nextPicture = time + pictureTime;
    },
    end() {
      if (isDrawn) terminal.err('\r\u001b[K');
      isDrawn = false;
    },
  };

  function draw(progress: BuildProgress, columns: number): void {
    isDrawn = true;
    terminal.err(`\r${pictureOf(progress, columns)}\u001b[K`);
  }

  function tellTenth({ done, total }: BuildProgress): void {
    const tenths = Math.floor((done / total) * 10);
    if (tenths === toldTenths) return;
    // what was over before anybody waited is not told
    if (toldTenths !== -1) terminal.err(`foliograph: ${tenths * 10}% of ${total} files read\n`);
    toldTenths = tenths;
  }
}

/** Fits into a line less its last cell, in which some terminals break the line. */
function pictureOf({ done, total }: BuildProgress, columns: number): string {
  const width = columns - 1;
  const percent = `${Math.floor((done / total) * 100)}%`.padStart(4);
  const counts = ` ${done} of ${total} files`;
  const room = Math.min(30, width - percent.length - counts.length - 3);
  if (room < 5) return percent.slice(0, Math.max(0, width));
  const filled = Math.round((done / total) * room);
  return `[${'='.repeat(filled)}${' '.repeat(room - filled)}]${percent}${counts}`;
}
