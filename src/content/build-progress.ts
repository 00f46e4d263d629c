/** How far a build is, in files. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}
