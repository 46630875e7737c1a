import type { AwsClients } from '../aws/apis.ts';
import type { BootstrapTemplate } from '../bootstrap/bootstrap.ts';
import { takenBy } from '../bootstrap/stack-parameters.ts';
import { UserError } from '../errors/slipway-error.ts';
import { isInProgress, isUpdatable } from '../stacks/stack-status.ts';
import { judged, ok, unknown, wrong, type Check } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read, reasonOf } from './reading.ts';
import { makesTheSame, type WantedOptions } from './wanted.ts';

export interface StackReading {
  readonly checks: readonly Check[];
  /** The deployed parameters; `null` where there is no stack, or it can't be read. */
  readonly parameters: Readonly<Record<string, string>> | null;
  /** False only where it is known that there is none. */
  readonly mayExist: boolean;
}

/** Where a stack is told of. */
export function stackPlace(stack: string, region: string): string {
  return `${stack} in ${region}`;
}

/** Reads one of the bootstrap's stacks in one region: whether it stands, whether it was made of this template, its parameters. */
export async function checkStack(
  place: AccountPlace,
  region: string,
  template: BootstrapTemplate,
): Promise<StackReading> {
  const { stack: name } = template;
  const subject = accountSubject(place, 'stack', stackPlace(name, region), 'the stack stands');
  const api = await place.clients.cloudFormation(region);
  const reading = await read(async () => (await api.describeStacks({ StackName: name })).Stacks?.[0]);
  if (reading.kind === 'unreadable') {
    const next = permit(reading, 'cloudformation:DescribeStacks');
    return { checks: [unknown(subject, reading.reason, next)], parameters: null, mayExist: true };
  }
  const stack = reading.kind === 'absent' ? undefined : reading.value;
  if (stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS') {
    return {
      checks: [wrong(subject, `there is no stack ${name}`, place.bootstrap)],
      parameters: null,
      mayExist: false,
    };
  }
  const parameters = Object.fromEntries(
    (stack.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
      ParameterKey,
      ParameterValue,
    ]),
  );
  return {
    checks: [
      stood(stack.StackStatus ?? '', subject, place),
      await checkTemplate(api, place, { template, parameters, account: place.account.account, region }),
    ],
    parameters,
    mayExist: true,
  };
}

function stood(status: string, subject: Parameters<typeof ok>[0], { bootstrap }: AccountPlace): Check {
  if (isUpdatable(status)) return ok(subject, status);
  if (isInProgress(status))
    return unknown(subject, `${status}: it is being changed`, 'the same command once it is done');
  return wrong(subject, status, bootstrap);
}

async function checkTemplate(
  api: Awaited<ReturnType<AwsClients['cloudFormation']>>,
  place: AccountPlace,
  wanted: WantedOptions & { readonly template: BootstrapTemplate },
): Promise<Check> {
  const { stack, text, file } = wanted.template;
  const subject = accountSubject(
    place,
    'stack-template',
    stackPlace(stack, wanted.region),
    `the stack was made of ${file} as it is here`,
  );
  try {
    const { TemplateBody } = await api.getTemplate({ StackName: stack, TemplateStage: 'Original' });
    if (TemplateBody === undefined) return unknown(subject, 'AWS gives no template', null);
    const isSame = TemplateBody.trim().replaceAll('\r\n', '\n') === text.trim().replaceAll('\r\n', '\n');
    if (isSame) return ok(subject, subject.wanted);
    // the bootstrap would say "no changes", and leave the older text
    if (isAsGood({ ...wanted, template: { text: TemplateBody, file } }, wanted))
      return ok(subject, 'it was made of another version, which makes the same here');
    return wrong(subject, 'it was made of another version', place.bootstrap);
  } catch (error) {
    const refusal = reasonOf(error);
    return unknown(subject, refusal.reason, permit(refusal, 'cloudformation:GetTemplate'));
  }
}

/** What can't be read as a template is no version of this one. */
function isAsGood(deployed: WantedOptions, wanted: WantedOptions): boolean {
  try {
    return makesTheSame(deployed, { ...wanted, parameters: takenBy(wanted.template, wanted.parameters) });
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** What differs between the deployed parameters and those that repository and parameter files ask for. */
export function checkParameters(
  place: AccountPlace,
  where: string,
  deployed: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): Check {
  const subject = accountSubject(
    place,
    'stack-parameters',
    where,
    'the stack’s parameters fit repository and environments',
  );
  const differences = Object.entries(wanted)
    .filter(([name, value]) => deployed[name] !== value)
    .map(([name, value]) => `${name} is ${shown(deployed[name])} and should be ${shown(value)}`);
  return judged(subject, differences, place.bootstrap);
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'not there';
  return value === '' ? 'empty' : value;
}
