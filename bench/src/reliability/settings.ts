/** How much is done. Times are milliseconds. */
export interface Settings {
  /** Of the corpus that is served. */
  readonly documents: number;
  readonly rounds: number;
  readonly warmUpMilliseconds: number;
  /** Of each measurement in a round. */
  readonly milliseconds: number;
  readonly soakMilliseconds: number;
  /** Between two samples of a soak. */
  readonly sampleMilliseconds: number;
}

const minute = 60_000;

export const fullSettings: Settings = {
  documents: 1000,
  rounds: 5,
  warmUpMilliseconds: 3000,
  milliseconds: 6000,
  soakMilliseconds: 30 * minute,
  sampleMilliseconds: 10_000,
};

/** Shows whether everything runs, and roughly where it stands. */
export const quickSettings: Settings = {
  documents: 100,
  rounds: 1,
  warmUpMilliseconds: 1500,
  milliseconds: 3000,
  soakMilliseconds: minute,
  sampleMilliseconds: 2000,
};
