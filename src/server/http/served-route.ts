import type { Route } from '../telemetry/telemetry.ts';
import type { Exchange } from './exchange.ts';
import type { Opened } from './opened.ts';

/** What is served at one path. */
export interface ServedRoute {
  readonly route: Route;
  /** But for OPTIONS, which every path answers. HEAD is answered as GET is; nothing but the headers is sent. */
  readonly methods: readonly string[];
  /** Whether it needs no access token. */
  readonly isOpen: boolean;
  open(exchange: Exchange): Opened;
}

export const readMethods = ['GET', 'HEAD'] as const;
