/**
 * The choice that a mistyped word most likely means: the smallest edit distance (insert, delete, replace, swap of
 * neighbours), at most a third of the word's length; `null` where none is near. Case does not count.
 */
export function nearest(word: string, choices: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const choice of choices) {
    const distance = editDistance(wanted, choice.toLowerCase());
    if (distance < bestDistance) {
      best = choice;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Did you mean X?`, or `null` where no choice is near. */
export function suggestion(word: string, choices: Iterable<string>): string | null {
  const choice = nearest(word, choices);
  return choice === null ? null : `Did you mean ${choice}?`;
}

/** A message of one sentence, which has no full stop, with another sentence behind it where there is one. */
export function withHint(message: string, hint: string | null): string {
  return hint === null ? message : `${message}. ${hint}`;
}

/** Optimal string alignment distance. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
