/** Where the server says what an operator should know. The command line decides how it looks. */
export interface Log {
  error(message: string, details: { readonly requestId: string; readonly error: unknown }): void;
}
