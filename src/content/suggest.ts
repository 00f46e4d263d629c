/** The option that somebody who wrote `input` is likely to have meant: at most a typing error in four letters away. */
export function closest(input: string, options: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.floor(input.length / 4) + 1;
  for (const option of options) {
    if (Math.abs(option.length - input.length) >= bestDistance) continue;
    const distance = editDistance(input.toLowerCase(), option.toLowerCase());
    if (distance < bestDistance) {
      best = option;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and substitutions, each counting one. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
