/** What somebody who starts the server wants to know. */
export interface ReadyFacts {
  readonly version: string;
  /** Since the process began. */
  readonly milliseconds: number;
  readonly urls: readonly string[];
  readonly pages: number;
  readonly partners: number;
  readonly goals: number;
  readonly links: number;
  readonly languages: readonly string[];
  /** Documents that are not published at present. */
  readonly hidden: number;
}

export function readyLine(facts: ReadyFacts): string {
  const { version, milliseconds, urls, languages } = facts;
  const counts = [
    counted(facts.pages, 'page'),
    counted(facts.partners, 'partner'),
    counted(facts.goals, 'goal'),
    counted(facts.links, 'link'),
    `${counted(languages.length, 'language')} (${languages.join(', ') || 'none'})`,
    ...(facts.hidden === 0 ? [] : [`${facts.hidden} hidden`]),
  ];
  return `foliograph ${version} ready in ${Math.round(milliseconds)} ms: ${urls.join(' ')} serving ${counts.join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
