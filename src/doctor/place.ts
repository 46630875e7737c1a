import type { AwsClients } from '../aws/apis.ts';
import type { AccountBootstrap } from '../bootstrap/bootstrap.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import type { CheckId, Subject } from './check.ts';

/** An account that is looked at: with whose eyes, and what to say for mending it. */
export interface AccountPlace {
  readonly account: AccountBootstrap;
  /** The administrator's, or of somebody who may read. */
  readonly clients: AwsClients;
  /** The command that brings the bootstrap's stacks to these templates and parameters. */
  readonly bootstrap: string;
}

/** A place whose stacks have been looked at. */
export interface ReadPlace extends AccountPlace {
  /** The bootstrap's stacks are of these templates, with these parameters: what differs was changed past them. */
  readonly isCurrent: boolean;
  /** The stack that makes what is looked at. */
  readonly stack: string;
  /** Of that stack, as it stands. */
  readonly parameterNames: readonly string[];
}

export function accountSubject(
  { account }: AccountPlace,
  id: CheckId,
  where: string,
  wanted: string,
): Subject {
  return { id, place: `account ${account.account}`, where, wanted };
}

/**
 * What mends something that was changed past the stack. The bootstrap does where it has anything to change; where it has
 * not, it would say "no changes", for CloudFormation compares templates and not what is there.
 */
export function mend(place: ReadPlace, command: string): string {
  return place.isCurrent ? command : place.bootstrap;
}

/**
 * What brings back something that was deleted past a stack that is current: a change set that looks at what is there
 * (API_CreateChangeSet, `DeploymentMode`).
 */
export function bringBack(place: ReadPlace, region: string): string {
  const set = `--region ${region} --stack-name ${place.stack} --change-set-name bring-back`;
  const parameters = place.parameterNames
    .map((name) => `ParameterKey=${name},UsePreviousValue=true`)
    .join(' ');
  return mend(
    place,
    `aws cloudformation create-change-set ${set} --deployment-mode REVERT_DRIFT --use-previous-template --parameters ${parameters} --capabilities CAPABILITY_NAMED_IAM, look at it, then aws cloudformation execute-change-set ${set}`,
  );
}

/** Data as one word of a shell's command line. */
export function quoted(value: unknown): string {
  return `'${canonicalJson(value).replaceAll("'", String.raw`'\''`)}'`;
}
