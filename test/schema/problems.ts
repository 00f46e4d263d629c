export interface Problem {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What an answer says went wrong, without the places in the query. */
export function problemsOf({ errors = [] }: { readonly errors?: readonly Problem[] }): readonly Problem[] {
  return errors.map(({ message, extensions }) => ({ message, extensions }));
}

/** A problem that the client can mend. */
export const badInput = (message: string): Problem => ({ message, extensions: { code: 'BAD_USER_INPUT' } });
