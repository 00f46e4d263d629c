/** What came of running an operation, each part as JSON. */
export interface OperationResult {
  /** `null` where there is none. */
  readonly errors: string | null;
  readonly data: string;
}
