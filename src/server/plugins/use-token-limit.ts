import { parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses documents of more tokens before they are parsed to the end: thousands of levels would overflow the stack of
 * the parser, and of everything after it.
 */
export function useTokenLimit({ maximumTokens }: { readonly maximumTokens: number }): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: maximumTokens }));
    },
  };
}
