/**
 * Of chunks that hold the same modules, keeps the one with the lowest number, and has every import load that. Otherwise
 * webpack lets chance decide which of them an import loads, and the same sources do not always give the same bytes.
 *
 * A chunk's `ids` are its own number and those of the chunks whose modules it holds, too (webpack's FlagIncludedChunksPlugin);
 * so those that name the same numbers are the same.
 * @param files of `dist/`, by their path
 */
export function mergeChunks(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const same = new Map<string, number[]>();
  for (const text of files.values()) {
    const chunk = /^export const id = (?<id>\d+);\nexport const ids = \[(?<ids>[\d,]+)\];/.exec(text)?.groups;
    if (chunk === undefined) continue;
    const key = numbers(chunk['ids'] ?? '').join();
    same.set(key, [...(same.get(key) ?? []), Number(chunk['id'])]);
  }
  const kept = new Map<string, string>();
  for (const ids of same.values()) for (const id of ids) kept.set(String(id), String(Math.min(...ids)));
  const isKept = (name: string): boolean => {
    const id = /(?<id>\d+)\.index\.js$/.exec(name)?.groups?.['id'] ?? '';
    return (kept.get(id) ?? id) === id;
  };
  const loads = /(?<=__webpack_require__\.e\()\d+(?=\))/g;
  return new Map(
    [...files]
      .filter(([name]) => isKept(name))
      .map(([name, text]) => [name, text.replaceAll(loads, (id) => kept.get(id) ?? id)]),
  );
}

const numbers = (list: string): readonly number[] =>
  list
    .split(',')
    .map(Number)
    .sort((a, b) => a - b);
