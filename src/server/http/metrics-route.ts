import { textAnswer } from './answer.ts';
import { readMethods, type ServedRoute } from './served-route.ts';

/** Figures of the server in the text format of Prometheus. */
export interface Exposition {
  readonly contentType: string;
  readonly text: string;
}

export function createMetricsRoute(expose: () => Promise<Exposition>): ServedRoute {
  return {
    route: 'metrics',
    methods: readMethods,
    isOpen: false,
    open: () => ({
      wantsBody: false,
      answer: () => expose().then(({ contentType, text }) => textAnswer(200, contentType, text)),
    }),
  };
}
