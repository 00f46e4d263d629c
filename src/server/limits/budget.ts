import type { GraphQLError } from 'graphql';
import type { Clock } from '../../content/live/clock.ts';
import type { QueryLimits } from '../query-limits.ts';
import { maximumMessage } from '../operations/error-answer.ts';
import { limitError } from './limit-error.ts';

/** What one operation may use while it runs. Once it used up anything, everything that it asks for is refused. */
export interface Budget {
  /** Bytes of the answer's `data`. */
  readonly maximumSize: number;
  /** Why the operation has to end; `null` while it may go on. */
  failure(): GraphQLError | null;
  /**
   * To be called often: looks at the clock now and then.
   *
   * @param size - of what is written so far, in bytes or less
   * @throws {GraphQLError} when the operation has to end
   */
  require(size: number): void;
  /** Counts what will be a part of the answer. @param size - in bytes or less @throws {GraphQLError} as above */
  spend(size: number): void;
  /** Counts what the operation costs with lists as they are, in units of complexity. @throws {GraphQLError} as above */
  work(units: number): void;
  /** Units that were counted. */
  worked(): number;
  /** What was counted so far counts no more, as the operation is run once again from its beginning. Its time goes on. */
  countAnew(): void;
  /** Whether what was counted may be too much after all: characters can become longer in JSON. */
  mayBeOver(): boolean;
  /** Looks at `data` as JSON, to the byte. */
  measure(data: string): void;
  /** Looks at `errors`: each holds all the names on its way, which may be long. */
  measureErrors(errors: readonly GraphQLError[]): void;
  /** Ends the operation when its time is over; what it gives calls that off. */
  onTimeout(callback: () => void): () => void;
}

/** Tells how long an operation runs. */
export type BudgetClock = Pick<Clock, 'now' | 'after'>;

export interface BudgetOptions {
  readonly limits: Pick<QueryLimits, 'complexity' | 'executionTime' | 'responseSize'>;
  readonly clock: BudgetClock;
}

/** Lists may be longer than their estimates: an operation may cost so many times the limit in the end. */
const tolerance = 5;

/** Calls between two looks at the clock. */
const callsBetweenLooks = 32;

/** `\u001f` in the place of one character, and what stands around values. */
const largestGrowth = 8;

/** UTF-8 has at most so many bytes for a UTF-16 code unit. */
const largestUnit = 3;

export function createBudget({ limits: { complexity, executionTime, responseSize }, clock }: BudgetOptions): Budget {
  const maximumWork = complexity * tolerance;
  const end = clock.now() + executionTime;
  let failure: GraphQLError | null = null;
  let calls = 0;
  let spent = 0;
  let worked = 0;

  function require(size: number): void {
    if (size > responseSize) failure ??= tooLarge(responseSize);
    if (++calls % callsBetweenLooks === 0 && clock.now() > end) failure ??= timeout(executionTime);
    if (failure !== null) throw failure;
  }

  return {
    maximumSize: responseSize,
    failure: () => failure,
    require,
    spend(size) {
      spent += size;
      require(spent);
    },
    work(units) {
      worked += units;
      if (worked > maximumWork) failure ??= tooMuch(maximumWork);
      if (failure !== null) throw failure;
    },
    worked: () => worked,
    countAnew() {
      spent = 0;
      worked = 0;
    },
    mayBeOver: () => spent * largestGrowth > responseSize,
    measure(data) {
      const isShort = data.length * largestUnit <= responseSize;
      if (!isShort && Buffer.byteLength(data) > responseSize) failure ??= tooLarge(responseSize);
    },
    measureErrors(errors) {
      const size = errors.reduce((total, error) => total + sizeOf(error), 0);
      if (size > responseSize) failure ??= tooLarge(responseSize);
    },
    onTimeout: (callback) =>
      clock.after(Math.max(0, end - clock.now()), () => {
        failure ??= timeout(executionTime);
        callback();
      }),
  };
}

/** Bytes of an error in an answer, or fewer. */
function sizeOf({ message, path = [], locations = [] }: GraphQLError): number {
  const names = path.reduce<number>((total, name) => total + String(name).length, 0);
  return Math.min(message.length, maximumMessage) + names + locations.length * placeSize;
}

/** `{"line":1,"column":1},` */
const placeSize = 23;

const tooMuch = (limit: number): GraphQLError =>
  limitError(
    'COMPLEXITY_LIMIT_EXCEEDED',
    `Expected lists that bring an operation to a complexity of at most ${limit}, but they are longer than usual. Ask for fewer of them at once, or for less of their items.`,
    { limit },
  );

const timeout = (limit: number): GraphQLError =>
  limitError(
    'EXECUTION_TIMEOUT',
    `Expected an operation that runs for at most ${limit} ms, but this one takes longer. Ask for less at once, or later.`,
  );

const tooLarge = (limit: number): GraphQLError =>
  limitError(
    'RESPONSE_TOO_LARGE',
    `Expected an answer with at most ${limit} bytes of data, but it would have more. Ask for fewer nodes at once (\`first\`), or for fewer of their texts.`,
  );
