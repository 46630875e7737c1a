import { afterAll, beforeAll, expect } from '@jest/globals';
import type { RoleName } from '../../../src/aws/identity.ts';
import { startNotes, type Notes } from '../pipeline/notes.ts';
import { handsOf, rootHands, type Hands } from './hands.ts';
import { described, eventually, home, settled } from './local.ts';

export const roles = ['preview', 'plan', 'deploy', 'watch', 'janitor'] as const;

export type Doer = RoleName | 'root';

export let notes: Notes;

export let account: string;

export let sit: string;

export const hands = new Map<Doer, Hands>();

export let root: Hands;

export let serial = 0;

/** Names that nobody has used. */
export function fresh(beginning: string): string {
  serial += 1;
  return `${beginning}-${serial}`;
}

beforeAll(async () => {
  notes = await startNotes();
  ({ account } = notes.environments.dev);
  sit = notes.environments.sit.account;
  root = rootHands(notes.local, account);
  for (const role of roles) hands.set(role, handsOf(notes.local, role, await notes.roleKeys('dev', role)));
  hands.set('root', root);
  await notes.release();
  expect(await notes.slipway(['promote', 'notes', '--to', 'dev'])).toMatchObject({ exitCode: 0 });
  await root.cloudFormation.createStack({
    StackName: 'tried-roles',
    TemplateBody: JSON.stringify({ Resources: { Open: openRole } }),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  await root.secrets.createSecret({ Name: 'slipway/notes/smoke', SecretString: 'of smoke' });
  await root.secrets.createSecret({ Name: 'notes/database', SecretString: 'of the database' });
});

afterAll(() => notes.end());

/** A role that everybody in the account takes who may take roles. */
export const openRole = {
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: 'tried-open',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: { Ref: 'AWS::AccountId' } }, Action: 'sts:AssumeRole' },
      ],
    },
  },
};

/** A topic with a name to show, so that every edition is a change. */
export function topic(): string {
  const Topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: fresh('edition') } };
  return JSON.stringify({ Resources: { Topic } });
}

/** A stack of its own for one deed, made by root. */
export async function stack(): Promise<string> {
  const StackName = fresh('notes-dev-tried');
  const { StackId = '' } = await root.cloudFormation.createStack({ StackName, TemplateBody: topic() });
  expect((await settled(root.cloudFormation, StackId)).StackStatus).toBe('CREATE_COMPLETE');
  return StackId;
}

/** A stack in review, made by root, without a change set on it. */
export async function review(): Promise<string> {
  const { StackId = '', Id = '' } = await root.cloudFormation.createChangeSet({
    StackName: fresh('notes-dev-reviewed'),
    ChangeSetName: 'slipway-run-x',
    ChangeSetType: 'CREATE',
    TemplateBody: topic(),
  });
  await described(root.cloudFormation, Id);
  await root.cloudFormation.deleteChangeSet({ ChangeSetName: Id, StackName: StackId });
  return StackId;
}

/** A change set that can be executed. */
export async function changeSet(by: Hands, name: string, on: string, RoleARN?: string): Promise<string> {
  const { Id = '' } = await by.cloudFormation.createChangeSet({
    StackName: on,
    ChangeSetName: name,
    TemplateBody: topic(),
    ...(RoleARN === undefined ? {} : { RoleARN }),
  });
  expect(await described(root.cloudFormation, Id)).toMatchObject({ Status: 'CREATE_COMPLETE' });
  return Id;
}

/** Once nothing moves; a stack in review does not. */
export const statusOf = (id: string): Promise<string> =>
  eventually(async () => {
    const { Stacks } = await root.cloudFormation.describeStacks({ StackName: id });
    const status = Stacks?.[0]?.StackStatus ?? '';
    return /(?<!REVIEW)_IN_PROGRESS$/.test(status) ? undefined : status;
  });

export const gone = (id: string): Promise<true> =>
  eventually(async () => ((await statusOf(id)) === 'DELETE_COMPLETE' ? (true as const) : undefined));

export const isThere = (id: string): Promise<boolean> =>
  root.cloudFormation.describeChangeSet({ ChangeSetName: id }).then(
    () => true,
    () => false,
  );

export const ledger = (key: string) => ({ Bucket: `slipway-ledger-${account}-${home}`, Key: key });

export const artifact = (key: string) => ({ Bucket: `slipway-artifacts-${account}-${home}`, Key: key });

export const note = (key: string) => ({ Bucket: `companycam-notes-dev-${account}-${home}`, Key: key });

export const text = async (at: { Bucket: string; Key: string }): Promise<string | undefined> =>
  (await root.s3.getObject(at)).Body?.transformToString();

export function doer(role: Doer): Hands {
  const found = hands.get(role);
  if (found === undefined) throw new Error(`nobody took the role ${role}`);
  return found;
}
