import type { EnvironmentName } from '../config/environment-name.ts';
import { isStatic, type AnyPlan } from '../plan/static-plan.ts';
import { short } from '../runtime/sha256.ts';
import { driftWord } from './drift-text.ts';
import { clipped, code, prose } from './markdown.ts';
import { caveat } from './plan-notes.ts';
import { verdictOf, verdicts, type Verdict } from './plan-summary.ts';
import { listed } from './units.ts';

export interface PlanEntry {
  readonly environment: EnvironmentName;
  /** `null` where there is none: the comment says so instead of leaving the environment out. */
  readonly plan: AnyPlan | null;
  /** Why there is none. */
  readonly problem?: string | undefined;
}

export interface PlanComment {
  readonly system: string;
  /** Empty where there is none: sources were compared. */
  readonly release: string;
  readonly commit: string | null;
  /** The merge of the commit into its base, where that is what was planned. */
  readonly merge?: string | null | undefined;
  /** Sentences that have to be read before the plans. */
  readonly cautions?: readonly string[];
  /** In promotion order. */
  readonly entries: readonly PlanEntry[];
  /** One called `full report` is where everything stands that has no room. */
  readonly links?: readonly PlanLink[];
  /** What the place takes: 65,536 characters for a comment on GitHub, which is what counts where this is left out. */
  readonly limit?: number;
  /** What the limit counts; a job's summary counts bytes. */
  readonly unit?: 'characters' | 'bytes';
}

export interface PlanLink {
  readonly text: string;
  readonly url: string;
}

/** `prod stops, dev and sit are ready, but sit fails on drift`: the worst first. */
export function headline(entries: readonly PlanEntry[]): string {
  const phrases = verdicts.flatMap((verdict) => {
    const names = entries
      .filter(({ plan }) => verdictOf(plan) === verdict)
      .map(({ environment }) => environment);
    return names.length === 0 ? [] : [`${listed(names)} ${verbs[verdict][names.length === 1 ? 0 : 1]}`];
  });
  return phrases.length === 0 ? 'nothing planned' : phrases.join(', ') + driftClause(entries);
}

/** Nothing else would say at once that what is ready can't succeed. */
function driftClause(entries: readonly PlanEntry[]): string {
  const names = entries
    .filter(({ plan }) => plan !== null && verdictOf(plan) === 'ready' && driftWord(plan) === 'fails')
    .map(({ environment }) => environment);
  if (names.length === 0) return '';
  const who = entries.length === 1 ? '' : `${listed(names)} `;
  return `, but ${who}${names.length === 1 ? 'fails' : 'fail'} on drift`;
}

const verbs: Readonly<Record<Verdict, readonly [string, string]>> = {
  missing: ['has no plan', 'have no plan'],
  failed: ['cannot be planned', 'cannot be planned'],
  stopped: ['stops', 'stop'],
  changed: ['changes', 'change'],
  ready: ['is ready', 'are ready'],
  'no-changes': ['has no changes', 'have no changes'],
};

/** Said before anything else, so that nobody takes a comparison of sources for a plan; each at most so many characters. */
export function cautionBlocks({ cautions, entries }: PlanComment, most: number): readonly string[] {
  const texts = entries.flatMap(({ plan }) => (plan === null ? [] : (caveat(plan) ?? [])));
  return [...new Set([...(cautions ?? []), ...texts])].map((text) => `> ${prose(clipped(text, most))}`);
}

/** Environments without a plan, each with its reason of at most so many characters. */
export function problemBlocks(entries: readonly PlanEntry[], most: number): readonly string[] {
  return entries
    .filter(({ plan }) => plan === null)
    .map(({ environment, problem }) => {
      const why = problem === undefined ? 'Its job did not hand one in.' : prose(clipped(problem, most));
      return `> **${environment} has no plan.** ${why}`;
    });
}

/** Release, fingerprints, commit and links. */
export function footer(comment: PlanComment): string {
  const fingerprints = comment.entries.flatMap(({ environment, plan }) =>
    plan === null || isStatic(plan) ? [] : [`${environment} ${code(short(plan.fingerprint))}`],
  );
  const parts = [
    comment.release === '' ? '' : `release ${code(short(comment.release))}`,
    fingerprints.length > 0 ? `plan ${fingerprints.join(', ')}` : '',
    comment.commit === null ? '' : `commit ${code(comment.commit.slice(0, 7))}${mergeText(comment)}`,
    ...(comment.links ?? []).map(linkText),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function mergeText({ merge }: PlanComment): string {
  return merge === null || merge === undefined ? '' : `, merged as ${code(merge.slice(0, 7))}`;
}

function linkText({ text, url }: PlanLink): string {
  return `[${prose(text)}](<${encodeURI(url).replaceAll('>', '%3E').replaceAll('<', '%3C')}>)`;
}

/** Where all that is left out stands, as the subject of a sentence. */
export function wholeText({ links }: PlanComment): string {
  const link = links?.find(({ text }) => text === 'full report');
  return link === undefined ? 'The plan’s file' : `The ${linkText(link)}`;
}
