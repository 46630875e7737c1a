import type { GateStop, ResourceChange } from '../plan/plan.ts';
import type { StaticStop } from '../plan/static-plan.ts';
import { mayReplace } from './plan-summary.ts';

/** `AWS::S3::Bucket` → `bucket`, `AWS::Cognito::UserPool` → `user pool`. */
export function noun(type: string): string {
  const name = type.split('::').at(-1) ?? type;
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** `a bucket`, `an API key`: by the sound of the first letter. */
export function withArticle(word: string): string {
  const vowel = /^[A-Z]{2}/.test(word) ? /^[AEFHILMNORSX]/ : /^[aeiou](?!s[aeiou]|ni)/i;
  return `${vowel.test(word) ? 'an' : 'a'} ${word}`;
}

/** `prod would replace a bucket`, or `may`, where CloudFormation decides that while it runs. */
export function stopHeadline(environment: string, stop: StaticStop, change?: ResourceChange): string {
  const what = withArticle(noun(stop.type));
  switch (stop.action) {
    case 'replace':
      return `${environment} ${change !== undefined && isOpen(change) ? 'may' : 'would'} replace ${what}`;
    case 'remove':
      return `${environment} would remove ${what}`;
    case 'weaken':
      return `${environment} would take protection from ${what}`;
    case 'unseen':
      return `${environment} may touch ${what} that the plan could not see`;
  }
}

const isOpen = (change: ResourceChange): boolean => change.action === 'dynamic' || mayReplace(change);

/** What becomes of the resource and of what it holds, from CloudFormation's policy action. */
export function fate(stop: StaticStop): string {
  const what = noun(stop.type);
  const action = stop.policyAction ?? '';
  if (stop.action === 'weaken' || stop.action === 'unseen') return `At stake: ${stop.reason}.`;
  if (action.includes('Retain')) {
    return stop.action === 'replace'
      ? `The old ${what} is kept, but the application would start with an empty one.`
      : `The ${what} is kept, but nothing manages it any more.`;
  }
  if (action.includes('Snapshot')) return `A snapshot is taken first. Lost: ${stop.reason}.`;
  return `Lost: ${stop.reason}.`;
}

/** The label that lets exactly this happen. */
export function allowLabel(stop: GateStop): string {
  return `slipway:allow ${stop.override}`;
}
