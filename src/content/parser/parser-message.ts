import type { BuildOptions } from '../build-options.ts';
import type { PortableSource } from '../replica/portable-source.ts';

/** What the process that parses is told. */
export type ParserCommand =
  | { readonly kind: 'begin'; readonly options: BuildOptions }
  | { readonly kind: 'parse'; readonly path: string; readonly bytes: Uint8Array };

/** What it tells. */
export type ParserReport =
  /** It takes commands from now on; earlier ones would be lost. */
  | { readonly kind: 'begun' }
  /** Of the file that it was told to parse last. */
  | { readonly kind: 'parsed'; readonly source: PortableSource };
