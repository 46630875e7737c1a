import type { Check, CheckId, CheckState } from '../doctor/check.ts';
import type { Diagnosis } from '../doctor/diagnose.ts';
import type { Paint } from './paint.ts';
import { padded, widest } from './columns.ts';
import { visible } from './visible.ts';

/** What each check is called. */
const names: Readonly<Record<CheckId, string>> = {
  credentials: 'credentials',
  region: 'region',
  stack: 'bootstrap',
  'stack-template': 'template',
  'stack-parameters': 'parameters',
  role: 'there',
  'role-trust': 'who may take it',
  'role-boundary': 'boundary',
  'role-policies': 'what it may do',
  'managed-policy': 'what it says',
  provider: 'OIDC provider',
  bucket: 'there',
  'bucket-versions': 'versions',
  'bucket-closed': 'public access',
  'bucket-owner': 'access lists',
  'bucket-encryption': 'encryption',
  'bucket-policy': 'policy',
  limit: 'limit',
  secret: 'secret',
  certificate: 'certificate',
  repository: 'repository',
  'default-branch': 'default branch',
  'main-protected': 'protection',
  'workflow-permissions': 'permissions',
  subject: 'subject',
  'repository-number': 'number',
  environment: 'there',
  'environment-branches': 'branches',
  'environment-reviewers': 'reviewers',
};

const words: Readonly<Record<CheckState, string>> = {
  ok: 'good',
  wrong: 'wrong',
  warning: 'warning',
  unknown: 'not known',
};

/** `41 good, 2 wrong, 1 warning, 1 not known`. */
export function doctorCounts({ counts }: Pick<Diagnosis, 'counts'>): string {
  return (Object.keys(words) as CheckState[])
    .filter((state) => state === 'ok' || counts[state] > 0)
    .map((state) => `${counts[state]} ${words[state]}`)
    .join(', ');
}

/**
 * A table place by place: what is good on one line for each thing, and everything else with what was found, what is wanted
 * and what mends it.
 */
export function doctorText(diagnosis: Diagnosis, paint: Paint): string {
  const { system, checks } = diagnosis;
  const places = [...new Set(checks.map(({ place }) => place))];
  const width = widest(
    checks.map(({ where }) => visible(where)),
    44,
  );
  return [
    ` ${paint.bold('doctor')}  ${visible(system)}   ${doctorCounts(diagnosis)}`,
    ...places.flatMap((place) => {
      const own = checks.filter((check) => check.place === place);
      const things = [...new Set(own.map(({ where }) => where))];
      return [
        '',
        ` ${paint.bold(visible(place))}`,
        ...things.flatMap((where) =>
          thing(
            own.filter((check) => check.where === where),
            width,
            paint,
          ),
        ),
      ];
    }),
  ].join('\n');
}

function thing(checks: readonly Check[], width: number, paint: Paint): readonly string[] {
  const good = checks.filter(({ state }) => state === 'ok');
  const named = padded(visible(checks[0]?.where ?? ''), width);
  return [
    ...(good.length === 0 ? [] : [`   ${paint.green('good     ')}  ${named}  ${goodText(good)}`]),
    ...checks.filter(({ state }) => state !== 'ok').flatMap((check) => trouble(check, named, paint)),
  ];
}

/** One good check tells what was found; of several the names do. */
function goodText(good: readonly Check[]): string {
  const [only] = good;
  if (only !== undefined && good.length === 1) return `${names[only.id]}: ${visible(only.found)}`;
  return [...new Set(good.map(({ id }) => names[id]))].join(', ');
}

function trouble({ id, state, found, wanted, next }: Check, named: string, paint: Paint): readonly string[] {
  const colour = state === 'wrong' ? paint.red : paint.yellow;
  return [
    `   ${colour(padded(words[state], 9))}  ${named}  ${names[id]}`,
    `              found   ${visible(found)}`,
    `              wanted  ${visible(wanted)}`,
    ...(next === null ? [] : [`              next    ${paint.dim(visible(next))}`]),
  ];
}
