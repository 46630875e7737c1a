import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';

/** What a comment remembers of one environment's plan, so that a later run can tell whether it still holds. */
export interface PlannedEnvironment {
  readonly environment: EnvironmentName;
  /** When it was planned, ISO 8601. */
  readonly at: string;
  /** The release that the environment ran then, its first 16 hex digits; `null` for none, or where sources were compared. */
  readonly base: string | null;
  /** The stacks that it covers, by their names in `system.yml`. */
  readonly stacks: readonly string[];
  /** Those that it would change; `@site` where the site would. */
  readonly changes: readonly string[];
}

/** Stands for the site among names of stacks, which never begin so. */
export const siteName = '@site';
/** Stands for names that are too many to list, or that no stack can have: whatever they are, they count. */
export const anyName = '*';

/** Characters of a list of names; a comment's room is bounded. */
const longestList = 300;
const name = /^(?:@site|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

const list = String.raw`-|\*|[a-z0-9@,-]{1,300}`;
const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z`;
const environments = environmentNames.join('|');
const pattern = new RegExp(
  `^<!-- planned (?<environment>${environments}) (?<at>${moment}) base (?<base>-|[0-9a-f]{16}) stacks (?<stacks>${list}) changes (?<changes>${list}) -->$`,
);

/** For patterns of lines that hold the same. */
export const lineParts = { environments, moment, list } as const;

/** A line that GitHub does not show. */
export function writePlanned({ environment, at, base, stacks, changes }: PlannedEnvironment): string {
  return `<!-- planned ${environment} ${at} base ${base ?? '-'} stacks ${writeNames(stacks)} changes ${writeNames(changes)} -->`;
}

/** `null`: it is no such line, and so belongs to what the comment shows. */
export function readPlanned(line: string): PlannedEnvironment | null {
  const groups = pattern.exec(line)?.groups;
  const environment = environmentNames.find((each) => each === groups?.['environment']);
  if (!groups || environment === undefined || Number.isNaN(Date.parse(groups['at'] ?? ''))) return null;
  return {
    environment,
    at: groups['at'] ?? '',
    base: groups['base'] === '-' ? null : (groups['base'] ?? null),
    stacks: readNames(groups['stacks'] ?? ''),
    changes: readNames(groups['changes'] ?? ''),
  };
}

/** Names as they can stand in a hidden line, each once and sorted; what could break out of it is left out as `*`. */
export function writeNames(names: readonly string[]): string {
  if (names.length === 0) return '-';
  const text = [...new Set(names)].sort().join(',');
  return names.every((each) => name.test(each)) && text.length <= longestList ? text : anyName;
}

export function readNames(text: string): readonly string[] {
  return text === '-' ? [] : text.split(',').map((each) => (name.test(each) ? each : anyName));
}

/** Those of `names` that `others` names, too. */
export function shared(names: readonly string[], others: readonly string[]): readonly string[] {
  if (others.includes(anyName)) return names;
  if (names.includes(anyName)) return others;
  return names.filter((each) => others.includes(each));
}
