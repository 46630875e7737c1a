import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { listed } from '../../report/units.ts';
import { short } from '../../runtime/sha256.ts';
import {
  anyName,
  lineParts,
  readNames,
  shared,
  siteName,
  writeNames,
  type PlannedEnvironment,
} from './comment-plans.ts';

/** A deployment, or several, that came after a plan was made. */
export interface StaleMark {
  readonly environment: EnvironmentName;
  /** When the newest of them ended, ISO 8601. */
  readonly at: string;
  /** Which release it brought, its first 16 hex digits. */
  readonly release: string;
  /** The pull request whose merge it was of; `null` for a rollback, or where GitHub does not say. */
  readonly pull: number | null;
  /** The stacks that were changed by any of them, by their names in `system.yml`; `@site` for the site. */
  readonly changed: readonly string[];
}

/** A deployment that has changed its environment. */
export interface Deployed extends StaleMark {
  /** Whether the environment runs its release now: one that failed halfway does not. */
  readonly arrived: boolean;
}

const pattern = new RegExp(
  `^<!-- stale (?<environment>${lineParts.environments}) (?<at>${lineParts.moment}) release (?<release>[0-9a-f]{16}) pull (?<pull>-|\\d{1,9}) changed (?<changed>${lineParts.list}) -->$`,
);

export function writeMark({ environment, at, release, pull, changed }: StaleMark): string {
  return `<!-- stale ${environment} ${at} release ${release} pull ${pull ?? '-'} changed ${writeNames(changed)} -->`;
}

/** `null`: it is no such line. */
export function readMark(line: string): StaleMark | null {
  const groups = pattern.exec(line)?.groups;
  const environment = environmentNames.find((each) => each === groups?.['environment']);
  if (!groups || environment === undefined || Number.isNaN(Date.parse(groups['at'] ?? ''))) return null;
  return {
    environment,
    at: groups['at'] ?? '',
    release: groups['release'] ?? '',
    pull: groups['pull'] === '-' ? null : Number(groups['pull']),
    changed: readNames(groups['changed'] ?? ''),
  };
}

/**
 * Whether a plan that a comment shows is stale by a deployment: it was planned before the deployment ended, and the
 * environment has another release now than it was planned on, or a stack that it covers was changed.
 */
export function isStaleBy(plan: PlannedEnvironment, deployed: Deployed): boolean {
  if (plan.environment !== deployed.environment || !isBefore(plan.at, deployed.at)) return false;
  const moved = deployed.arrived && plan.base !== deployed.release;
  return moved || shared(deployed.changed, [...plan.stacks, ...plan.changes]).length > 0;
}

/** The marks of a comment once it has been told of deployments: one an environment, the newest, with what all have changed. */
export function withMarks(marks: readonly StaleMark[], added: readonly StaleMark[]): readonly StaleMark[] {
  return environmentNames.flatMap((environment) => {
    const all = [...marks, ...added].filter((mark) => mark.environment === environment);
    const [first, ...rest] = all;
    if (first === undefined) return [];
    return [rest.reduce(joined, { ...first, changed: readNames(writeNames(first.changed)) })];
  });
}

function joined(mark: StaleMark, other: StaleMark): StaleMark {
  const newest = isBefore(mark.at, other.at) ? other : mark;
  return { ...newest, changed: readNames(writeNames([...mark.changed, ...other.changed])) };
}

/** Those marks that hold for plans that were made meanwhile: a plan that is newer than the deployment needs none. */
export function marksThatHold(
  marks: readonly StaleMark[],
  planned: readonly PlannedEnvironment[],
): readonly StaleMark[] {
  return marks.filter(({ environment, at }) =>
    planned.some((plan) => plan.environment === environment && isBefore(plan.at, at)),
  );
}

/**
 * What stands at the top of a stale comment: which environments were deployed since, the ones first that concern what the
 * plan changes, and what to do. Markdown, one quotation. A pull request is named without `#`: GitHub would note each
 * comment on the page of the one that was merged.
 */
export function staleBanner(
  marks: readonly StaleMark[],
  planned: readonly PlannedEnvironment[],
  pull: number,
): string {
  const told = marks.map((mark) => {
    const changes = planned.find(({ environment }) => environment === mark.environment)?.changes ?? [];
    return { mark, common: shared(mark.changed, changes) };
  });
  const grave = told.filter(({ common }) => common.length > 0);
  const slight = told.filter(({ common }) => common.length === 0);
  const lines = [
    ...grave.map(
      ({ mark, common }, index) =>
        `${index === 0 ? '**Stale.** ' : ''}${since(mark)} and changed ${namesText(common)}, as this plan would.`,
    ),
    ...slight.map(
      ({ mark }) =>
        `${since(mark)}; nothing was changed there that this plan changes, but it starts from before.`,
    ),
    `Plan again: \`gh pr update-branch ${pull}\`, or push to the branch. A run that is started again plans the old merge.`,
  ];
  return lines.map((line) => `> ${line}`).join('  \n');
}

function since({ environment, release, pull }: StaleMark): string {
  const by = pull === null ? '' : `, pull request ${pull}`;
  return `${environment} was deployed since (release \`${short(release)}\`${by})`;
}

function namesText(names: readonly string[]): string {
  if (names.includes(anyName)) return 'stacks';
  const stacks = names.filter((name) => name !== siteName).map((name) => `\`${name}\``);
  return listed([...stacks, ...(names.includes(siteName) ? ['the site'] : [])]);
}

const isBefore = (time: string, other: string): boolean => Date.parse(time) < Date.parse(other);
