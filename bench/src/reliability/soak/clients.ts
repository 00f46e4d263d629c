import { setTimeout as wait } from 'node:timers/promises';
import { createHttpClient } from '../../load/http-client.ts';
import type { ExportedPage } from '../../tables/content-export.ts';
import type { FaultList } from './fault-list.ts';
import { questions } from './questions.ts';

export interface SoakClients {
  /** Answers so far. */
  answers(): number;
  stop(): Promise<void>;
}

export interface SoakClientsInput {
  readonly port: number;
  readonly count: number;
  /** Those that nobody edits. */
  readonly pages: readonly ExportedPage[];
  readonly faults: FaultList;
}

/** Milliseconds in which a client does nothing between two questions, so that the machine has time for edits. */
const pause = 20;
/** Questions after which a client comes over a new connection. */
const questionsOfConnection = 500;

/** Clients that ask one thing after the other, and look at every answer. */
export function startSoakClients({ port, count, pages, faults }: SoakClientsInput): SoakClients {
  let [number, isOver] = [0, false];

  async function askOn(first: number): Promise<void> {
    const tags = new Map<string, string>();
    for (let asked = first; !isOver; ) {
      const client = createHttpClient(port);
      for (const end = asked + questionsOfConnection; asked < end && !isOver; asked++) {
        await askOnce(client, asked, tags);
        await wait(pause);
      }
      client.close();
    }
  }

  async function askOnce(client: ReturnType<typeof createHttpClient>, at: number, tags: Map<string, string>) {
    const [question, page] = [questions[at % questions.length], pages[at % pages.length]];
    if (question === undefined || page === undefined) throw new Error('expected a question and a page, but got none');
    const turn = { number: ++number, page, tags };
    try {
      const answer = await question.ask(client, turn);
      const fault = question.faultOf(answer, turn);
      if (fault !== null) faults.add(question.name, `${fault}, but got ${answer.status}: ${answer.body}`);
    } catch (error) {
      faults.add(question.name, String(error));
    }
  }

  const running = Array.from({ length: count }, (_, index) => askOn(index));
  return {
    answers: () => number,
    async stop() {
      isOver = true;
      await Promise.all(running);
    },
  };
}
