import type { Place } from '../content/diagnostic.ts';

/** The text is not JSON; `at` counts from 1. */
export class JsonError extends Error {
  readonly at: Place;

  constructor(message: string, at: Place, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JsonError';
    this.at = at;
  }
}

/**
 * Parses JSON (RFC 8259).
 *
 * @throws {JsonError} that says what was expected where: the engine's own messages differ between versions of Node.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { expected, index } = findFault(text);
    const before = text.slice(0, index);
    const at = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
    const [found = ''] = /^(?:[\w$]+|.)?/u.exec(text.slice(index)) ?? [];
    const what =
      index >= text.length ? 'the end of the file' : found === '' ? 'the end of the line' : JSON.stringify(found);
    throw new JsonError(`expected ${expected}, but found ${what}`, at, { cause: error });
  }
}

interface Fault {
  readonly expected: string;
  /** Where the text stops being JSON. */
  readonly index: number;
}

/** What may come next. */
type State = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end';

const expectations = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or "}"',
  ':': '":"',
  ', or }': '"," or "}"',
  ', or ]': '"," or "]"',
  end: 'the end of the file',
} satisfies Record<State, string>;

/** Goes through the tokens up to the first that may not stand where it stands. */
function findFault(text: string): Fault {
  const open: string[] = [];
  let state: State = 'value';
  let index = 0;
  for (;;) {
    index += /^[ \t\r\n]*/.exec(text.slice(index))?.[0].length ?? 0;
    const token = readToken(text, index);
    const next: State | null = token === null ? null : follow(state, token, open);
    if (token === null || next === null) return { expected: expectations[state], index };
    state = next;
    index += token.length;
  }
}

function readToken(text: string, index: number): string | null {
  const pattern =
    /[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy;
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}

/** The state behind a token; `null` when it may not stand there. Brackets that are open are kept in `open`. */
function follow(state: State, token: string, open: string[]): State | null {
  const behindValue = (): State => (open.length === 0 ? 'end' : open.at(-1) === '{' ? ', or }' : ', or ]');
  const kind = /^["\d-]|^[tfn]/.test(token) ? 'scalar' : token;
  if (state === 'value' || state === 'value or ]') {
    if (kind === 'scalar') return behindValue();
    if (kind === '{' || kind === '[') {
      open.push(kind);
      return kind === '{' ? 'key or }' : 'value or ]';
    }
  }
  if ((state === 'key' || state === 'key or }') && token.startsWith('"')) return ':';
  if (state === ':' && token === ':') return 'value';
  if (token === ',' && (state === ', or }' || state === ', or ]')) return state === ', or }' ? 'key' : 'value';
  // the names of the states end with the bracket that closes
  if (state.endsWith(` or ${token}`)) {
    open.pop();
    return behindValue();
  }
  return null;
}
