/** How much is measured. */
export interface Settings {
  /** Sizes of corpora for what is shown against size, ascending. */
  readonly sizes: readonly number[];
  /** Documents where one corpus is enough. */
  readonly corpusSize: number;
  /** Interleaved rounds of load. */
  readonly loadRounds: number;
  /** Of load, before a round is measured the first time and in each round. */
  readonly warmUpMilliseconds: number;
  readonly loadMilliseconds: number;
  /** Interleaved rounds of processes that start. */
  readonly startRounds: number;
  readonly buildRounds: number;
  /** Builds of each size of corpus. */
  readonly scaleRounds: number;
  /** Rounds of saves, and saves in each. */
  readonly saveRounds: number;
  readonly saves: number;
}

export const fullSettings: Settings = {
  sizes: [50, 100, 1000, 10_000, 100_000],
  corpusSize: 10_000,
  loadRounds: 9,
  warmUpMilliseconds: 2500,
  loadMilliseconds: 1500,
  startRounds: 15,
  buildRounds: 5,
  scaleRounds: 3,
  saveRounds: 3,
  saves: 30,
};

/** A few minutes: shows whether everything runs, and roughly where it stands. */
export const quickSettings: Settings = {
  sizes: [50, 100, 1000],
  corpusSize: 1000,
  loadRounds: 3,
  warmUpMilliseconds: 1500,
  loadMilliseconds: 700,
  startRounds: 5,
  buildRounds: 3,
  scaleRounds: 1,
  saveRounds: 2,
  saves: 12,
};
