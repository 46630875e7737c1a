import type { GitHubState } from './state.ts';
import type { Identity, Needs } from './tokens.ts';

export interface Call {
  readonly state: GitHubState;
  readonly identity: Identity;
  /** The parts of the path that the route names with braces, unescaped. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; `{}` where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** ISO 8601 */
  readonly now: () => string;
  readonly nextId: () => number;
}

export type Answer =
  | { readonly status: number; readonly body?: unknown }
  /** A list that is handed out by pages; under a key where the API wraps it. */
  | { readonly list: readonly unknown[]; readonly key?: string };

export interface Route {
  readonly method: string;
  /** Below `/repos/{owner}/{repo}`. */
  readonly path: string;
  readonly needs: Needs;
  readonly answer: (call: Call) => Answer;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The route for a method and the segments of an escaped path. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  const given = path.split('/');
  for (const route of routes) {
    const wanted = route.path.split('/');
    if (route.method !== method || wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, index) => {
      const value = given[index] ?? '';
      const name = /^\{(?<name>\w+)\}$/.exec(part)?.groups?.['name'];
      if (name === undefined) return part === value;
      params[name] = decodeURIComponent(value);
      return value !== '';
    });
    if (fits) return { route, params };
  }
  return null;
}

export const notFound: Answer = { status: 404, body: { message: 'Not Found' } };

export function invalid(resource: string, field: string, message: string): Answer {
  return {
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource, code: 'invalid', field, message }] },
  };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One page of a list and its Link header (REST reference, "Using pagination in the REST API"). */
export function pageOf(
  list: readonly unknown[],
  url: URL,
): { readonly items: readonly unknown[]; readonly link: string | null } {
  const size = Math.min(100, Math.max(1, Number(url.searchParams.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const at = (number: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [at(page - 1, 'prev'), at(1, 'first')] : []),
    ...(page < last ? [at(page + 1, 'next'), at(last, 'last')] : []),
  ];
  return {
    items: list.slice((page - 1) * size, page * size),
    link: links.length === 0 ? null : links.join(', '),
  };
}
