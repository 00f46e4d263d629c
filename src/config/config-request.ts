/** What somebody said on the command line about content and configuration. */
export interface ConfigRequest {
  /** Folder of the content; `null` when none was named. */
  readonly folder: string | null;
  /** A configuration file by name; `null` to look for one, `false` for none. */
  readonly config: string | false | null;
  /** Where relative paths begin. */
  readonly workingFolder: string;
}
