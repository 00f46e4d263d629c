import type { MaybePromise } from '../../store/maybe-promise.ts';
import type { Answer } from './answer.ts';

/** A request whose head has been looked at. */
export interface Opened {
  /** Whether the answer depends on the body; otherwise it need not be waited for. */
  readonly wantsBody: boolean;
  /** @param body - all of it; of one over the limit at least so much that it shows */
  answer(body: Buffer): MaybePromise<Answer>;
}

/** One that is answered whatever its body is. */
export const answered = (answer: Answer): Opened => ({ wantsBody: false, answer: () => answer });
