import { isReview } from '../stacks/stack-status.ts';
import type { CleanupItem, CleanupRules, FoundChangeSet, FoundStack } from './cleanup.ts';
import { whyLedgerKeeps } from './look-into-ledger.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** GitHub fails a job that has waited so long for its approval (Docs, "Reviewing deployments"). */
const longestApproval = 30 * day;

/** A change set that failed can never be executed; whoever made it has read why by then. */
const readingTime = hour;

/** What is to be found in all stacks together. */
interface Known {
  readonly arns: ReadonlySet<string>;
  /** Root change sets on which nested ones hang. */
  readonly rootsOfNested: ReadonlySet<string>;
  /** Root change sets that left a failed one on a nested stack which holds too many of them. */
  readonly crowding: ReadonlySet<string>;
}

type Judgement = Pick<CleanupItem, 'verdict' | 'why'>;
interface Candidate {
  readonly item: CleanupItem;
  readonly createdAt: number;
}

/**
 * Decides what is left over: change sets that carry our name, and stacks that hold nothing. Everything of ours is in the
 * answer, with what becomes of it and why; what somebody else made is not, unless a stack is kept for its sake.
 */
export function planCleanup(found: readonly FoundStack[], rules: CleanupRules): readonly CleanupItem[] {
  const all = found.flatMap(({ changeSets }) => changeSets);
  const known: Known = {
    arns: new Set(all.map(({ arn }) => arn)),
    rootsOfNested: new Set(all.flatMap(({ rootId }) => (rootId === null ? [] : [rootId]))),
    crowding: new Set(found.flatMap((stack) => crowdingRoots(stack, rules.failedPerStack))),
  };
  const candidates = found.flatMap((stack) => {
    const sets = stack.changeSets.flatMap((set) => changeSetItem(set, stack, known, rules));
    return isReview(stack.status) ? [...sets, stackItem(stack, sets, rules)] : sets;
  });
  return withinBudget(candidates, rules.budget);
}

/** Nested change sets go through their roots only; those are named whose failed ones are beyond the newest that may stay. */
function crowdingRoots({ changeSets }: FoundStack, most: number): readonly string[] {
  return changeSets
    .filter(({ name, status }) => status === 'FAILED' && isOurs(name))
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap(({ rootId }) => (rootId === null ? [] : [rootId]))
    .slice(most);
}

/** Whether a change set's name is one of ours. */
export function isOurs(name: string): boolean {
  return /^slipway-(?:pr|run)-/.test(name);
}

function changeSetItem(
  set: FoundChangeSet,
  stack: FoundStack,
  known: Known,
  rules: CleanupRules,
): readonly Candidate[] {
  if (!isOurs(set.name) || stack.evidence === null) return [];
  // a nested one goes with its root
  if (set.rootId !== null && known.arns.has(set.rootId)) return [];
  const judgement: Judgement =
    set.rootId === null
      ? judgeChangeSet(set, stack, known, rules)
      : keep('it is nested and its root is gone; CloudFormation deletes nested ones through their root only');
  const { place, stackId, stackName } = stack;
  const item = { kind: 'change-set', place, stackId, stackName, name: set.name, arn: set.arn } as const;
  return [{ item: { ...item, ...judgement }, createdAt: set.createdAt }];
}

function judgeChangeSet(
  set: FoundChangeSet,
  stack: FoundStack,
  known: Known,
  rules: CleanupRules,
): Judgement {
  const { name, status, executionStatus, createdAt } = set;
  const age = rules.now - createdAt;
  if (executionStatus === 'EXECUTE_COMPLETE') return judgeExecuted(set, known, age, rules);
  if (executionStatus === 'EXECUTE_IN_PROGRESS') return keep('it is being executed');
  if (/^(?:CREATE|DELETE)_(?:PENDING|IN_PROGRESS)$/.test(status) && age < day)
    return keep(status.startsWith('CREATE') ? 'it is being made' : 'it is being deleted already');
  if (status === 'FAILED' && age >= readingTime) return remove('it failed, so nobody can execute it');
  if (known.crowding.has(set.arn) && age >= readingTime && isOvertaken(set, stack))
    return remove(`it is overtaken, and ${crowded(rules)}`);
  return name.startsWith('slipway-pr-')
    ? judgePreview(name, rules.openPullRequests)
    : judgeRun(set, stack, age, rules);
}

/**
 * The one that a stack executed last tells what it runs. But failed ones of children that did not change stay on them until
 * there are too many, and only their root takes them along (copilot-cli#5614).
 */
function judgeExecuted(set: FoundChangeSet, known: Known, age: number, rules: CleanupRules): Judgement {
  if (!known.rootsOfNested.has(set.arn)) return keep('the stack executed it last');
  if (known.crowding.has(set.arn) && age >= readingTime)
    return remove(`it was executed, and ${crowded(rules)}`);
  return age < rules.olderThanDays * day
    ? keep(`it is ${inDays(age)} old`)
    : remove('it was executed, and has left change sets on nested stacks');
}

function judgePreview(name: string, open: CleanupRules['openPullRequests']): Judgement {
  const digits = /^slipway-pr-(\d+)-/.exec(name)?.[1];
  if (digits === undefined) return keep('its name tells no pull request');
  if (open === null) return keep(`nobody could be asked whether pull request ${digits} is open`);
  return open.has(Number(digits))
    ? keep(`pull request ${digits} is open`)
    : remove(`pull request ${digits} is closed`);
}

function judgeRun(set: FoundChangeSet, stack: FoundStack, age: number, rules: CleanupRules): Judgement {
  if (age < rules.olderThanDays * day) return keep(`it is ${inDays(age)} old`);
  const isAwaited =
    stack.needsApproval &&
    set.executionStatus === 'AVAILABLE' &&
    age < longestApproval &&
    newestRun(stack) === set;
  return isAwaited ? keep('it may wait for an approval') : remove(`it is ${inDays(age)} old`);
}

function crowded({ failedPerStack }: CleanupRules): string {
  return `a nested stack holds more than ${failedPerStack} failed change sets`;
}

/** Whether the stack has a newer one of the same pull request, or of runs, that can be executed. */
function isOvertaken({ name, createdAt }: FoundChangeSet, { changeSets }: FoundStack): boolean {
  const origin = /^slipway-(?:pr-[^-]*|run)-/.exec(name)?.[0];
  return (
    origin !== undefined &&
    changeSets.some(
      (other) =>
        other.rootId === null &&
        other.executionStatus === 'AVAILABLE' &&
        other.createdAt > createdAt &&
        other.name.startsWith(origin),
    )
  );
}

/** The newest of the stack's change sets that a run made and that can be executed: the plan of an earlier run is overtaken. */
function newestRun({ changeSets }: FoundStack): FoundChangeSet | undefined {
  return changeSets
    .filter(({ name, executionStatus }) => name.startsWith('slipway-run-') && executionStatus === 'AVAILABLE')
    .sort((a, b) => b.createdAt - a.createdAt)[0];
}

/** A stack in review holds change sets only: it goes once nothing but what is deleted here is on it. */
function stackItem(stack: FoundStack, sets: readonly Candidate[], rules: CleanupRules): Candidate {
  const { place, stackId, stackName, createdAt } = stack;
  const going = new Set(sets.flatMap(({ item }) => (item.verdict === 'delete' ? [item.arn] : [])));
  const staying = stack.changeSets.find(
    ({ arn, rootId }) => !going.has(arn) && !(rootId !== null && going.has(rootId)),
  );
  const age = rules.now - createdAt;
  const judge = (): Judgement => {
    if (stack.evidence === null) return keep('its tags do not say that Slipway made it');
    if (stack.resources > 0) return keep('it holds resources');
    if (staying !== undefined) return keep(`it holds the change set ${staying.name}`);
    const why = whyLedgerKeeps(stack.ledger);
    if (why !== null) return keep(why);
    if (age < rules.olderThanDays * day) return keep(`it is ${inDays(age)} old`);
    return remove('it was reviewed only, and holds nothing');
  };
  const item = { kind: 'stack', place, stackId, stackName, name: stackName, arn: stackId } as const;
  return { item: { ...item, ...judge() }, createdAt };
}

/** Change sets before stacks, since a stack goes only once its change sets have; the oldest first. */
function withinBudget(candidates: readonly Candidate[], budget: number): readonly CleanupItem[] {
  const going = candidates
    .filter(({ item }) => item.verdict === 'delete')
    .sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
  const late = new Set(going.slice(budget).map(({ item }) => item));
  const why = `it is left for the next run; one run deletes ${budget} at most`;
  return candidates.map(({ item }) => (late.has(item) ? { ...item, ...keep(why) } : item));
}

function rank({ item }: Candidate): number {
  return item.kind === 'change-set' ? 0 : 1;
}

function keep(why: string): Judgement {
  return { verdict: 'keep', why };
}

function remove(why: string): Judgement {
  return { verdict: 'delete', why };
}

function inDays(age: number): string {
  const days = Math.floor(age / day);
  return days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
}
