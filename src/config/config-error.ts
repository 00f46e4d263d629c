export type ConfigErrorCode =
  /** The file that was named is not there. */
  | 'CONFIG_NOT_FOUND'
  /** One folder has several. */
  | 'CONFIG_AMBIGUOUS'
  /** It is there, and cannot be read as text. */
  | 'CONFIG_UNREADABLE'
  /** Its name does not end as one of a configuration does. */
  | 'CONFIG_FORMAT'
  /** It is not YAML or JSON, or its own code fails. */
  | 'CONFIG_BROKEN'
  /** It has keys or values that nobody understands. */
  | 'CONFIG_INVALID';

/** The configuration cannot be used: the fault of who wrote or named it. */
export class ConfigError extends Error {
  readonly code: ConfigErrorCode;
  /** One for each problem, which begins with the file; together they are the message. */
  readonly problems: readonly string[];

  constructor(code: ConfigErrorCode, problems: string | readonly string[], options?: ErrorOptions) {
    super([problems].flat().join('\n'), options);
    this.name = 'ConfigError';
    this.code = code;
    this.problems = [problems].flat();
  }
}
