import type { ContentStore } from '../../store/contract.ts';
import { jsonAnswer } from './answer.ts';
import type { Lifecycle } from './lifecycle.ts';
import { answered } from './opened.ts';
import { readMethods, type ServedRoute } from './served-route.ts';

export interface ProbeOptions {
  readonly store: ContentStore;
  readonly lifecycle: Lifecycle;
  /** What does not work as it should while content is served all the same: one sentence each. */
  readonly degraded: () => readonly string[];
}

/** Whether the process lives: anything that answers does. */
export const livenessRoute: ServedRoute = {
  route: 'livez',
  methods: readMethods,
  isOpen: true,
  open: () => answered(jsonAnswer(200, { status: 'live' })),
};

/** Whether requests should be sent here: a whole snapshot is served, and the server is not about to end. */
export function createReadinessRoute({ store, lifecycle, degraded }: ProbeOptions): ServedRoute {
  return {
    route: 'readyz',
    methods: readMethods,
    isOpen: true,
    open() {
      const { revision, builtAt } = store.current().info;
      const isDraining = lifecycle.isDraining();
      const status = isDraining ? 'draining' : 'ready';
      return answered(jsonAnswer(isDraining ? 503 : 200, { status, revision, builtAt, degraded: degraded() }));
    },
  };
}
