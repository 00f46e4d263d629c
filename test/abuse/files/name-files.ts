import type { HostileFile } from './hostile-file.ts';

const file = (name: string, problem: string | null, note: string): HostileFile => ({
  path: `en/names/${name}.md`,
  content: `Text of ${JSON.stringify(name)}.\n`,
  problems: problem === null ? [] : [problem],
  note,
});

/** Files whose text is harmless, and whose name is not. */
export const nameFiles: readonly HostileFile[] = [
  file('line\nend', null, 'a name may hold a line end'),
  file('carriage\rreturn', null, 'and a carriage return'),
  file('\u001b[31mred', null, 'and what colours a terminal'),
  file('\u202egpj', null, 'and marks of direction'),
  file('<img src=x onerror=alert(1)>', null, 'and tags'),
  file('"; DROP TABLE pages; --', null, 'and statements'),
  file('$(touch foliograph-canary)', null, 'and commands'),
  file('%2e%2e%2f..%2fetc%2fpasswd', null, 'and coded ways out'),
  file('\\..\\..\\windows', null, 'and ways out of other systems'),
  file(' ', null, 'and a blank'),
  file('-rf', null, 'and what looks like an option'),
  file('#?&=', null, 'and signs of URLs'),
  file('\ud83d\ude00'.repeat(60), null, 'and 243 bytes'),
  file('__proto__', null, 'and a name of JavaScript'),
  file('constructor', null, 'likewise'),
  file('toString', null, 'likewise'),
  file('hasOwnProperty', null, 'likewise'),
  file('cafe\u0301', null, 'decomposed'),
  file('caf\u00e9', 'slug-duplicate 1:1', 'composed: the same slug'),
  file('Case', null, 'twins by case are two pages'),
  file('case', 'slug-look-alike 1:1', 'which look alike'),
  file('\u0441ase', 'slug-look-alike 1:1', 'as with a Cyrillic letter'),
];
