/** What a key of the configuration has to be, for the `error` of a schema: the issue's value becomes a message. */
export function expecting(
  what: string,
  suggest: (found: unknown) => string | null = () => null,
): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return {
    error: ({ input }) => {
      const suggestion = suggest(input);
      return `expected ${what}, but found ${shown(input)}${suggestion === null ? '' : `. ${didYouMean(suggestion)}`}`;
    },
  };
}

export const didYouMean = (suggestion: string): string => `Did you mean ${JSON.stringify(suggestion)}?`;

/** A found value in a few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'function' ? 'a function' : `the ${typeof value} ${String(value)}`;
}

/** `a, b or c` */
export function oneOf(options: readonly string[]): string {
  return `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}
