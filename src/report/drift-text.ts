import {
  driftEffects,
  type DriftedProperty,
  type DriftedResource,
  type DriftEffect,
} from '../plan/drift/drift.ts';
import type { StackPlan } from '../plan/plan.ts';
import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { counted, listed } from './units.ts';

/** One resource that is not as it was deployed, and what the plan does to it. */
export interface DriftText {
  readonly effect: DriftEffect;
  /** `app/api/PresignFunction`. */
  readonly subject: string;
  readonly place: string | null;
  /** `is overwritten`, after the subject. */
  readonly fate: string;
  /** `MemorySize` and `is 1024, was deployed as 256, becomes 512`. */
  readonly properties: readonly { readonly name: string; readonly text: string }[];
}

/** What a plan says of drift. */
export interface DriftReport {
  /** `prod would fail on 1 resource that was deleted by hand and overwrite drift in 2`; `null`: nothing that matters. */
  readonly headline: string | null;
  /** Whether anything that is done by hand is certainly met. */
  readonly isGrave: boolean;
  /** The worst first. */
  readonly resources: readonly DriftText[];
  /** What nobody knows, each with its reason. */
  readonly unknown: readonly { readonly subjects: readonly string[]; readonly because: string }[];
  /** What was looked at, in a sentence. */
  readonly note: string;
}

/**
 * What a plan would do to drift in a word, the worst: an effect, `unknown` where nothing worse than that is known, `none`, or
 * nothing where it was not asked.
 */
export function driftWord(plan: AnyPlan): DriftEffect | 'unknown' | 'none' | '' {
  const report = driftReport(plan);
  if (report === null) return '';
  const worst = report.resources[0]?.effect;
  if (worst !== undefined && meets(worst)) return worst;
  return report.unknown.length > 0 ? 'unknown' : (worst ?? 'none');
}

/** What a verdict is to be read with: `overwrites drift`; empty where the plan meets nothing that was done by hand. */
export function driftVerdict(plan: AnyPlan): string {
  const worst = driftReport(plan)?.resources[0]?.effect;
  return worst === undefined ? '' : verdicts[worst];
}

const verdicts: Readonly<Record<DriftEffect, string>> = {
  fails: 'fails on drift',
  'may-fail': 'may fail on drift',
  overwritten: 'overwrites drift',
  lost: 'loses drift',
  possible: 'may overwrite drift',
  adopted: '',
  stays: '',
  gone: '',
};

/** Whether something is done, or may be, to what somebody did by hand. */
const meets = (effect: DriftEffect): boolean =>
  effect !== 'adopted' && effect !== 'stays' && effect !== 'gone';

/** Every rendering asks for it more than once. */
const told = new WeakMap<AnyPlan, DriftReport | null>();

/** What a plan says of drift, in words; `null` where it was not asked. */
export function driftReport(plan: AnyPlan): DriftReport | null {
  const known = told.get(plan);
  if (known !== undefined) return known;
  const report = reportOf(plan);
  told.set(plan, report);
  return report;
}

function reportOf(plan: AnyPlan): DriftReport | null {
  if (isStatic(plan)) return null;
  const asked = plan.stacks.flatMap(({ stack, drift }) => (drift === undefined ? [] : [{ stack, drift }]));
  if (asked.length === 0) return null;
  const resources = asked
    .flatMap(({ stack, drift }) => drift.drifted.map((resource) => resourceText(stack, resource)))
    .toSorted((a, b) => driftEffects.indexOf(a.effect) - driftEffects.indexOf(b.effect));
  const unknown = asked.flatMap(({ stack, drift }) =>
    drift.unknown.map(({ path, resources: ids, because }) => ({
      subjects:
        ids.length === 0 ? [[stack, ...path].join('/')] : ids.map((id) => [stack, ...path, id].join('/')),
      because,
    })),
  );
  const count = unknown.reduce((sum, { subjects }) => sum + subjects.length, 0);
  return {
    headline: headlineOf(plan.environment, resources, count),
    isGrave: resources.some(({ effect }) => grave.includes(effect)),
    resources,
    unknown,
    note: noteOf(asked, resources, count),
  };
}

const grave: readonly DriftEffect[] = ['fails', 'overwritten', 'lost'];

function headlineOf(environment: string, resources: readonly DriftText[], unknown: number): string | null {
  const count = (effect: DriftEffect): number => resources.filter((each) => each.effect === effect).length;
  const would = [
    phrase(count('fails'), (many) => `fail on ${counted(many, 'resource')} deleted by hand`),
    phrase(count('overwritten'), (many) => `overwrite drift in ${counted(many, 'resource')}`),
    phrase(count('lost'), (many) => `lose drift with ${counted(many, 'resource')}`),
  ].flat();
  const may = [
    phrase(count('may-fail'), (many) => `fail on ${counted(many, 'resource')} deleted by hand`),
    phrase(count('possible'), (many) => `overwrite drift in ${counted(many, 'resource')}`),
  ].flat();
  const parts = [
    ...(would.length > 0 ? [`${environment} would ${listed(would)}`] : []),
    ...(may.length > 0 ? [`${environment} may ${listed(may)}`] : []),
    ...phrase(unknown, (many) => `drift of ${counted(many, 'resource')} in ${environment} is unknown`),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

const phrase = (count: number, text: (count: number) => string): readonly string[] =>
  count === 0 ? [] : [text(count)];

const fates: Readonly<Record<DriftEffect, string>> = {
  fails: 'was deleted by hand: the update fails there and rolls back',
  'may-fail': 'was deleted by hand: if the change comes to pass, the update fails there and rolls back',
  overwritten: 'is overwritten',
  lost: 'is lost: the resource is removed, or made anew from its template',
  possible: 'may be overwritten: the resource is updated, in something else',
  adopted: 'is what the plan sets, too',
  stays: 'stays',
  gone: 'was deleted by hand already, and the plan does not need it',
};

/** Of a property that fares better than the worst of its resource. */
const shortFates: Readonly<Record<DriftEffect, string>> = {
  ...fates,
  lost: 'is lost',
  possible: 'may be overwritten, too',
  adopted: 'the plan sets the same',
};

function resourceText(stack: string, { path, at, effect, properties }: DriftedResource): DriftText {
  return {
    effect,
    subject: [stack, ...path].join('/'),
    place: at === null ? null : `${at.file} line ${at.line}`,
    fate: fates[effect],
    properties: properties.map((property) => ({
      name: property.path,
      text: propertyText(property) + (property.effect === effect ? '' : ` (${shortFates[property.effect]})`),
    })),
  };
}

/** `is 1024, was deployed as 256, becomes 512`. */
function propertyText({ expected, actual, becomes, secret, difference }: DriftedProperty): string {
  const parts = [
    difference === 'remove'
      ? 'was taken away by hand'
      : difference === 'add'
        ? `was put there by hand: ${value(actual)}`
        : `is ${value(actual)}`,
    ...(expected === null ? [] : [`was deployed as ${value(expected)}`]),
    ...(becomes === null ? [] : [`becomes ${value(becomes)}`]),
  ];
  return secret && difference === 'not-equal' ? '•••• (secret) was changed by hand' : parts.join(', ');
}

const value = (text: string | null): string => (text === null ? '(none)' : text === '' ? '(empty)' : text);

type Asked = readonly { readonly drift: NonNullable<StackPlan['drift']> }[];

function noteOf(asked: Asked, resources: readonly DriftText[], unknown: number): string {
  const checked = asked.reduce((sum, { drift }) => sum + drift.checked, 0);
  const all = checked + unknown;
  if (all === 0) return 'Drift: nothing that stands is changed, so nothing can be overwritten.';
  const times = asked.flatMap(({ drift }) => drift.checkedAt ?? []).toSorted();
  const when = asked.some(({ drift }) => drift.looked === 'last')
    ? `, by the last detection${times[0] === undefined ? '' : ` (${times[0].slice(0, 16).replace('T', ' ')} UTC at the earliest)`}`
    : '';
  const found =
    resources.length === 0
      ? 'none differs'
      : `${resources.length} ${resources.length === 1 ? 'differs' : 'differ'}`;
  return `Drift: ${checked} of ${counted(all, 'changed resource')} compared with what was deployed${when}, ${checked === 0 ? 'so nothing is known' : found}. What the plan does not change was not looked at.`;
}
