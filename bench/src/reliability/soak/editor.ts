import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createHttpClient, dataOf } from '../../load/http-client.ts';
import type { FaultList } from './fault-list.ts';

export interface Editor {
  /** Edits so far, and the milliseconds from each until it was served. */
  edits(): number;
  waits(): readonly number[];
  stop(): Promise<void>;
}

export interface EditorInput {
  readonly port: number;
  /** Of the content. */
  readonly folder: string;
  /** Of the edited page: the file, below the folder, and the slug. */
  readonly edited: { readonly path: string; readonly slug: string };
  readonly faults: FaultList;
}

const descriptionQuery =
  'query ($slug: String!) { page(slug: $slug, language: "en", fallback: false) { description } }';
/** Milliseconds from one edit to the next. */
const interval = 1000;
/** Until an edit has to be served. */
const longestWait = 15_000;

interface Edit {
  readonly name: string;
  /** Does it, and tells which description is to be served from then on, under which slug; `null` for no page. */
  make(): { readonly slug: string; readonly description: string | null };
}

/** Edits one page and others that come and go, a file a second, and looks whether that is served. */
export function startEditor({ port, folder, edited, faults }: EditorInput): Editor {
  const client = createHttpClient(port);
  const waits: number[] = [];
  let [count, isOver] = [0, false];

  async function work(): Promise<void> {
    const edits = createEdits(folder, edited);
    for (let at = 0; !isOver; at++) {
      const edit = edits[at % edits.length];
      if (edit === undefined) throw new Error('expected an edit, but got none');
      const start = performance.now();
      const expected = edit.make();
      count++;
      await untilServed(edit.name, expected, start);
      await wait(Math.max(0, start + interval - performance.now()));
      // what was broken is taken in by now, and must not be seen
      const served = await descriptionOf(expected.slug).catch(String);
      if (served !== expected.description) {
        faults.add(`${edit.name}, a second later`, `expected ${expected.description}, but got: ${served}`);
      }
    }
  }

  async function untilServed(name: string, { slug, description }: ReturnType<Edit['make']>, start: number) {
    for (;;) {
      const served = await descriptionOf(slug).catch(String);
      if (served === description) break;
      if (performance.now() - start > longestWait) {
        faults.add(name, `expected ${description} in ${longestWait} ms, but got: ${served}`);
        return;
      }
      await wait(10);
    }
    waits.push(performance.now() - start);
  }

  async function descriptionOf(slug: string): Promise<unknown> {
    // one text: what is remembered of many would look like a leak until it has reached its bound
    const { page } = dataOf(await client.post({ query: descriptionQuery, variables: { slug } }));
    return typeof page === 'object' && page !== null && 'description' in page ? page.description : null;
  }

  const working = work();
  return {
    edits: () => count,
    waits: () => waits,
    async stop() {
      isOver = true;
      await working;
      client.close();
    },
  };
}

/** What is done in turn. A page that breaks is served as it was until it is mended. */
function createEdits(folder: string, { path, slug }: EditorInput['edited']): readonly Edit[] {
  const file = join(folder, path);
  const original = readFileSync(file, 'utf8');
  let edition = 0;
  const added = (): string => `soaked-${edition}`;
  const addedFile = (): string => join(folder, `en/${added()}.md`);
  const write = (): string => {
    edition++;
    writeFileSync(file, original.replace(/^description: .*$/m, `description: 'edition ${edition}'`));
    return `edition ${edition}`;
  };
  return [
    { name: 'an edit', make: () => ({ slug, description: write() }) },
    {
      name: 'a new page',
      make() {
        writeFileSync(addedFile(), `---\ntitle: Soaked\ndescription: 'added ${edition}'\n---\n\nText.\n`);
        return { slug: added(), description: `added ${edition}` };
      },
    },
    {
      name: 'a page that breaks',
      make() {
        writeFileSync(file, original.replace(/^description: .*$/m, 'description: [broken'));
        return { slug, description: `edition ${edition}` };
      },
    },
    {
      name: 'a page that is deleted',
      make() {
        rmSync(addedFile());
        return { slug: added(), description: null };
      },
    },
    { name: 'a page that is mended', make: () => ({ slug, description: write() }) },
  ];
}
