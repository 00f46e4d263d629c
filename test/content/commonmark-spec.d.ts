declare module 'commonmark-spec' {
  export interface SpecExample {
    /** Tabs are written `→`. */
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }
  export const tests: readonly SpecExample[];
}
