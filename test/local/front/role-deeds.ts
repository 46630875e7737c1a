import { roleArn } from '../../../src/aws/identity.ts';
import type { Hands } from './hands.ts';
import { settled } from './local.ts';
import {
  roles,
  type Doer,
  account,
  root,
  fresh,
  topic,
  stack,
  review,
  changeSet,
  statusOf,
  isThere,
  ledger,
  artifact,
  note,
  text,
} from './roles-world.ts';

/**
 * Something that somebody does, and how one sees that it came to pass. `prepare` gives what it is done to, anew for each who
 * tries; `seen` is true once it is done and false as long as it is not.
 */
export interface Deed {
  readonly deed: string;
  /** Who may; all others of the five roles are refused. */
  readonly may: readonly Doer[];
  readonly prepare: () => Promise<string>;
  readonly act: (by: Hands, on: string) => Promise<unknown>;
  readonly seen: (on: string) => Promise<boolean>;
}

/** Making a change set by a name. */
export function making(beginning: string, may: readonly Doer[], role?: () => string): Deed {
  let made = '';
  return {
    deed: `makes a change set named ${beginning}…${role === undefined ? '' : ' with a role'}`,
    may,
    prepare: stack,
    act: async (by, on) => {
      made = '';
      made = await changeSet(by, fresh(beginning), on, role?.());
    },
    seen: () => Promise.resolve(made !== ''),
  };
}

/** Executing or deleting one that root made, by its name and by its ARN. */
export function using(
  verb: 'execute' | 'delete',
  name: string,
  by: 'name' | 'ARN',
  may: readonly Doer[],
): Deed {
  return {
    deed: `${verb}s a change set named ${name} by its ${by}`,
    may,
    prepare: async () => changeSet(root, name, await stack()),
    act: async (who, id) => {
      const { StackName = '' } = await root.cloudFormation.describeChangeSet({ ChangeSetName: id });
      const request = { StackName, ChangeSetName: by === 'ARN' ? id : name };
      await (verb === 'execute'
        ? who.cloudFormation.executeChangeSet(request)
        : who.cloudFormation.deleteChangeSet(request));
    },
    seen: async (id) => {
      if (verb === 'delete') return !(await isThere(id));
      const { StackId = '', ExecutionStatus } = await root.cloudFormation.describeChangeSet({
        ChangeSetName: id,
      });
      await settled(root.cloudFormation, StackId);
      return ExecutionStatus !== 'AVAILABLE';
    },
  };
}

export function putting(deed: string, may: readonly Doer[], at: () => { Bucket: string; Key: string }): Deed {
  return {
    deed,
    may,
    prepare: () => Promise.resolve(fresh('key')),
    act: (by, on) => by.s3.putObject({ ...at(), Key: `${at().Key}${on}`, Body: on, IfNoneMatch: '*' }),
    seen: (on) =>
      text({ ...at(), Key: `${at().Key}${on}` }).then(
        (found) => found === on,
        () => false,
      ),
  };
}

export function erasing(deed: string, may: readonly Doer[], at: () => { Bucket: string; Key: string }): Deed {
  const where = (on: string) => ({ ...at(), Key: `${at().Key}${on}` });
  return {
    deed,
    may,
    prepare: async () => {
      const on = fresh('key');
      await root.s3.putObject({ ...where(on), Body: on, IfNoneMatch: '*' });
      return on;
    },
    act: (by, on) => by.s3.deleteObject(where(on)),
    seen: (on) =>
      root.s3.headObject(where(on)).then(
        () => false,
        () => true,
      ),
  };
}

/** Reading changes nothing: it came to pass if it did not fail. */
export function reading(deed: string, may: readonly Doer[], read: (by: Hands) => Promise<unknown>): Deed {
  let answered = false;
  return {
    deed,
    may,
    prepare: () => Promise.resolve(''),
    act: async (by) => {
      answered = false;
      await read(by);
      answered = true;
    },
    seen: () => Promise.resolve(answered),
  };
}

export const emptyHands = (): string => roleArn(account, 'empty-hands');

export const deeds: readonly Deed[] = [
  making('slipway-pr-7-abc', ['preview']),
  making('slipway-run-abc', ['plan', 'deploy']),
  making('by-hand', ['root']),
  making('slipway-run-abc', ['deploy'], () => roleArn(account, 'execution')),
  making('slipway-run-abc', ['root'], () => roleArn(account, 'deploy')),
  making('slipway-run-abc', ['root'], () => `arn:aws:iam::${account}:role/administrator`),
  using('execute', 'slipway-run-abc-1', 'name', ['deploy']),
  using('execute', 'slipway-run-abc-1', 'ARN', ['deploy']),
  using('execute', 'slipway-pr-7-abc-1', 'name', ['root']),
  using('execute', 'slipway-pr-7-abc-1', 'ARN', ['root']),
  using('execute', 'by-hand', 'ARN', ['root']),
  using('delete', 'slipway-run-abc-1', 'ARN', ['plan', 'deploy', 'janitor']),
  using('delete', 'slipway-pr-7-abc-1', 'ARN', ['preview', 'janitor']),
  using('delete', 'slipway-pr-7-abc-1', 'name', ['preview', 'janitor']),
  using('delete', 'by-hand', 'ARN', ['root']),
  {
    deed: 'deletes a stack that stands',
    may: ['deploy'],
    prepare: stack,
    act: (by, on) => by.cloudFormation.deleteStack({ StackName: on }),
    seen: async (on) => (await statusOf(on)) === 'DELETE_COMPLETE',
  },
  {
    deed: 'deletes a stack with the execution role',
    may: ['deploy'],
    prepare: stack,
    act: (by, on) => by.cloudFormation.deleteStack({ StackName: on, RoleARN: roleArn(account, 'execution') }),
    seen: async (on) => (await statusOf(on)) === 'DELETE_COMPLETE',
  },
  {
    deed: 'deletes a stack in review with the role without rights',
    may: ['janitor'],
    prepare: review,
    act: (by, on) => by.cloudFormation.deleteStack({ StackName: on, RoleARN: emptyHands() }),
    seen: async (on) => (await statusOf(on)) === 'DELETE_COMPLETE',
  },
  {
    deed: 'updates a stack without a change set',
    may: ['root'],
    prepare: stack,
    act: (by, on) => by.cloudFormation.updateStack({ StackName: on, TemplateBody: topic() }),
    seen: async (on) => (await statusOf(on)) === 'UPDATE_COMPLETE',
  },
  {
    deed: 'creates a stack without a change set',
    may: ['root'],
    prepare: () => Promise.resolve(fresh('notes-dev-created')),
    act: (by, on) => by.cloudFormation.createStack({ StackName: on, TemplateBody: topic() }),
    seen: (on) =>
      statusOf(on).then(
        (status) => status === 'CREATE_COMPLETE',
        () => false,
      ),
  },
  reading('looks for drift', ['watch'], async (by) =>
    by.cloudFormation.detectStackDrift({ StackName: 'notes-dev-app' }),
  ),
  reading('sees stacks', roles, (by) => by.cloudFormation.describeStacks({ StackName: 'notes-dev-app' })),
  putting('adds an artifact', ['preview', 'plan', 'deploy'], () => artifact('')),
  erasing('deletes an artifact', ['janitor'], () => artifact('gone-')),
  {
    deed: 'deletes an artifact for good, with its versions',
    may: ['root'],
    prepare: async () => {
      const Key = fresh('gone');
      await root.s3.putObject({ ...artifact(Key), Body: 'x', IfNoneMatch: '*' });
      return Key;
    },
    act: async (by, Key) => {
      const { VersionId } = await root.s3.headObject(artifact(Key));
      await by.s3.deleteObject({ ...artifact(Key), VersionId });
    },
    seen: async (Key) =>
      (await root.s3.listObjectVersions({ Bucket: artifact('').Bucket, Prefix: Key })).Versions === undefined,
  },
  putting('writes a ledger', ['deploy'], () => ledger('ledger/notes/dev/')),
  {
    deed: 'locks a ledger',
    may: ['deploy', 'janitor'],
    prepare: () => Promise.resolve(`ledger/notes/${fresh('locked')}/head.json`),
    act: (by, Key) => by.s3.putObject({ ...ledger(Key), Body: 'locked', IfNoneMatch: '*' }),
    seen: (Key) =>
      text(ledger(Key)).then(
        (found) => found === 'locked',
        () => false,
      ),
  },
  putting('writes beside the ledgers', ['root'], () => ledger('elsewhere/')),
  erasing('deletes from a ledger', ['root'], () => ledger('ledger/notes/dev/gone-')),
  reading('reads a ledger', roles, (by) => by.s3.getObject(ledger('ledger/notes/dev/head.json'))),
  reading('reads an artifact', roles, async (by) => {
    const { Contents = [] } = await by.s3.listObjectsV2({ Bucket: artifact('').Bucket, MaxKeys: 1 });
    return by.s3.getObject(artifact(Contents[0]?.Key ?? 'none'));
  }),
  reading('lists buckets', ['janitor'], (by) => by.s3.listBuckets({})),
  putting('writes where smoke checks write', ['deploy', 'watch'], () => note('slipway-smoke/')),
  erasing('deletes what smoke checks wrote', ['deploy', 'watch'], () => note('slipway-smoke/gone-')),
  putting('writes data', ['root'], () => note('notes/')),
  erasing('deletes data', ['root'], () => note('notes/gone-')),
  reading('reads a secret of the smoke checks', ['deploy', 'watch'], (by) =>
    by.secrets.getSecretValue({ SecretId: 'slipway/notes/smoke' }),
  ),
  reading('reads another secret', ['root'], (by) =>
    by.secrets.getSecretValue({ SecretId: 'notes/database' }),
  ),
  reading('takes a role that is open to the account', ['root'], (by) =>
    by.sts.assumeRole({ RoleArn: `arn:aws:iam::${account}:role/tried-open`, RoleSessionName: 'x' }),
  ),
  reading('takes the execution role', [], (by) =>
    by.sts.assumeRole({ RoleArn: roleArn(account, 'execution'), RoleSessionName: 'x' }),
  ),
];
