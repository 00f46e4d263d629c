export interface Problem {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What an answer says went wrong, without the places in the query. */
export function problemsOf({ errors = [] }: { readonly errors?: readonly Problem[] }): readonly Problem[] {
  return errors.map(({ message, extensions }) => ({ message, extensions }));
}

/** A list that is asked for in larger pages than there are. */
export const tooLong = (argument: string, size: number, maximum = 200): Problem => ({
  message: `Expected "${argument}" to be from 0 to ${maximum}, but got: ${size}. Ask for the next page with the cursor of this one.`,
  extensions: { code: 'LIST_SIZE_LIMIT_EXCEEDED' },
});

/** A problem that the client can mend. */
export const badInput = (message: string): Problem => ({ message, extensions: { code: 'BAD_USER_INPUT' } });
