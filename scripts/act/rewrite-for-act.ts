import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';

/**
 * Where the copy's own actions and reusable workflows are for act, which does not know `$/` ("the repository and the commit
 * of the file that says it", https://docs.github.com/actions, "Workflow syntax", `uses`).
 * - `own`: workflows of the copy run themselves; `$/x` becomes `./x`.
 * - `called`: another repository calls them as `owner/name/x@ref`; `$/x` becomes that.
 */
export type Target =
  { readonly kind: 'own' } | { readonly kind: 'called'; readonly repository: string; readonly ref: string };

/** Lines are the file's own, 1-based; `after` is `null` where the line was dropped. */
export interface ChangedLine {
  readonly line: number;
  readonly before: string;
  readonly after: string | null;
}

export interface Rewritten {
  readonly text: string;
  readonly changes: readonly ChangedLine[];
}

/**
 * What act 0.2.89 needs of a workflow or an action, and nothing else: `$/…` is resolved and `queue` of a concurrency is left
 * out. Whatever else the file holds, comments and order too, stays as it is.
 *
 * @throws Error where a file says one of the two in a form that is not known here, or where more than the two has changed
 */
export function rewriteForAct(text: string, target: Target, file: string): Rewritten {
  const changes: ChangedLine[] = [];
  const lines: string[] = [];
  for (const [index, before] of text.split('\n').entries()) {
    const after = rewriteLine(before, target);
    if (after !== null) lines.push(after);
    if (after !== before) changes.push({ line: index + 1, before, after });
  }
  const rewritten = lines.join('\n');
  if (!isDeepStrictEqual(load(rewritten), expected(load(text), target)))
    throw new Error(
      `${file} says "$/" or "queue" in a form that the copy for act does not know, or would change in other ways, too`,
    );
  return { text: rewritten, changes };
}

function rewriteLine(line: string, target: Target): string | null {
  if (/^\s*queue:\s*\w+\s*(?:#.*)?$/.test(line)) return null;
  return line
    .replace(
      /^(?<head>\s*(?:-\s+)?uses:\s+)\$\/(?<path>[^\s#]+)/,
      (_, head: string, path: string) => head + resolve(path, target),
    )
    .replace(
      /^(?<head>\s*concurrency:\s*\{.*?)(?:,\s*queue:\s*\w+|queue:\s*\w+\s*,\s*)(?<tail>.*\})/,
      '$<head>$<tail>',
    );
}

function resolve(path: string, target: Target): string {
  return target.kind === 'own' ? `./${path}` : `${target.repository}/${path}@${target.ref}`;
}

/** The same change made in what the file means: the two have to agree. */
function expected(value: unknown, target: Target): unknown {
  if (Array.isArray(value)) return value.map((one) => expected(one, target));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => {
      if (key === 'uses' && typeof one === 'string' && one.startsWith('$/'))
        return [key, resolve(one.slice(2), target)];
      if (key === 'concurrency' && typeof one === 'object' && one !== null)
        return [key, Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'queue'))];
      return [key, expected(one, target)];
    }),
  );
}
