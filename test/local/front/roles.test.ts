import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RoleName } from '../../../src/aws/identity.ts';
import { roleArn } from '../../../src/aws/identity.ts';
import { startNotes, type Notes } from '../pipeline/notes.ts';
import { handsOf, rootHands, type Hands } from './hands.ts';
import { described, eventually, home, settled } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const roles = ['preview', 'plan', 'deploy', 'watch', 'janitor'] as const;
type Doer = RoleName | 'root';

let notes: Notes;
let account: string;
let sit: string;
const hands = new Map<Doer, Hands>();
let root: Hands;
let serial = 0;

/** Names that nobody has used. */
function fresh(beginning: string): string {
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
const openRole = {
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
function topic(): string {
  const Topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: fresh('edition') } };
  return JSON.stringify({ Resources: { Topic } });
}

/** A stack of its own for one deed, made by root. */
async function stack(): Promise<string> {
  const StackName = fresh('notes-dev-tried');
  const { StackId = '' } = await root.cloudFormation.createStack({ StackName, TemplateBody: topic() });
  expect((await settled(root.cloudFormation, StackId)).StackStatus).toBe('CREATE_COMPLETE');
  return StackId;
}

/** A stack in review, made by root, without a change set on it. */
async function review(): Promise<string> {
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
async function changeSet(by: Hands, name: string, on: string, RoleARN?: string): Promise<string> {
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
const statusOf = (id: string): Promise<string> =>
  eventually(async () => {
    const { Stacks } = await root.cloudFormation.describeStacks({ StackName: id });
    const status = Stacks?.[0]?.StackStatus ?? '';
    return /(?<!REVIEW)_IN_PROGRESS$/.test(status) ? undefined : status;
  });
const gone = (id: string): Promise<true> =>
  eventually(async () => ((await statusOf(id)) === 'DELETE_COMPLETE' ? (true as const) : undefined));
const isThere = (id: string): Promise<boolean> =>
  root.cloudFormation.describeChangeSet({ ChangeSetName: id }).then(
    () => true,
    () => false,
  );

const ledger = (key: string) => ({ Bucket: `slipway-ledger-${account}-${home}`, Key: key });
const artifact = (key: string) => ({ Bucket: `slipway-artifacts-${account}-${home}`, Key: key });
const note = (key: string) => ({ Bucket: `companycam-notes-dev-${account}-${home}`, Key: key });
const text = async (at: { Bucket: string; Key: string }): Promise<string | undefined> =>
  (await root.s3.getObject(at)).Body?.transformToString();

/**
 * Something that somebody does, and how one sees that it came to pass. `prepare` gives what it is done to, anew for each who
 * tries; `seen` is true once it is done and false as long as it is not.
 */
interface Deed {
  readonly deed: string;
  /** Who may; all others of the five roles are refused. */
  readonly may: readonly Doer[];
  readonly prepare: () => Promise<string>;
  readonly act: (by: Hands, on: string) => Promise<unknown>;
  readonly seen: (on: string) => Promise<boolean>;
}

/** Making a change set by a name. */
function making(beginning: string, may: readonly Doer[], role?: () => string): Deed {
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
function using(verb: 'execute' | 'delete', name: string, by: 'name' | 'ARN', may: readonly Doer[]): Deed {
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

function putting(deed: string, may: readonly Doer[], at: () => { Bucket: string; Key: string }): Deed {
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

function erasing(deed: string, may: readonly Doer[], at: () => { Bucket: string; Key: string }): Deed {
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
function reading(deed: string, may: readonly Doer[], read: (by: Hands) => Promise<unknown>): Deed {
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

const emptyHands = (): string => roleArn(account, 'empty-hands');

const deeds: readonly Deed[] = [
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
  erasing('deletes an artifact', ['root'], () => artifact('gone-')),
  putting('writes a ledger', ['deploy'], () => ledger('ledger/notes/dev/')),
  putting('writes beside the ledgers', ['root'], () => ledger('elsewhere/')),
  erasing('deletes from a ledger', ['root'], () => ledger('ledger/notes/dev/gone-')),
  reading('reads a ledger', ['preview', 'plan', 'deploy', 'watch'], (by) =>
    by.s3.getObject(ledger('ledger/notes/dev/head.json')),
  ),
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

const denied = { name: expect.stringMatching(/^AccessDenied/) };

describe.each(deeds)('who $deed', ({ may, prepare, act, seen }) => {
  const others = roles.filter((role) => !may.includes(role));
  if (others.length > 0)
    test.each(others)('not %s', async (role) => {
      const on = await prepare();
      await expect(act(doer(role), on)).rejects.toMatchObject(denied);
      expect(await seen(on)).toBe(false);
    });

  if (may.length > 0)
    test.each(may)('%s', async (role) => {
      const on = await prepare();
      await act(doer(role), on);
      await eventually(async () => ((await seen(on)) ? true : undefined));
    });
});

function doer(role: Doer): Hands {
  const found = hands.get(role);
  if (found === undefined) throw new Error(`nobody took the role ${role}`);
  return found;
}

describe('the role without rights', () => {
  test('deletes a stack that holds nothing, and nothing of one that holds something', async () => {
    const [empty, full] = [await review(), await stack()];
    for (const StackName of [empty, full])
      await doer('janitor').cloudFormation.deleteStack({ StackName, RoleARN: emptyHands() });
    expect(await gone(empty)).toBe(true);
    const { StackStatus, StackStatusReason } = await settled(root.cloudFormation, full);
    expect([StackStatus, StackStatusReason]).toEqual([
      'DELETE_FAILED',
      'The following resource(s) failed to delete: [Topic].',
    ]);
    const { StackResources = [] } = await root.cloudFormation.describeStackResources({ StackName: full });
    expect(StackResources.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(['Topic']);
    // with rights the same stack goes
    await root.cloudFormation.deleteStack({ StackName: full });
    expect(await gone(full)).toBe(true);
  });
});

describe('an artifact', () => {
  test.each(['preview', 'plan', 'deploy'] as const)(
    'is written once: %s can neither replace it nor ask to',
    async (role) => {
      const at = artifact(fresh('kept'));
      const by = doer(role);
      await by.s3.putObject({ ...at, Body: 'first', IfNoneMatch: '*' });
      await expect(by.s3.putObject({ ...at, Body: 'second', IfNoneMatch: '*' })).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
      await expect(by.s3.putObject({ ...at, Body: 'third' })).rejects.toMatchObject(denied);
      await expect(
        by.s3.copyObject({ ...at, CopySource: `${at.Bucket}/${at.Key}`, MetadataDirective: 'REPLACE' }),
      ).rejects.toMatchObject(denied);
      expect(await text(at)).toBe('first');
    },
  );
});

describe('one account’s roles in another account', () => {
  test.each(roles)('%s of sit reaches nothing of dev', async (role) => {
    const foreign = handsOf(notes.local, role, await notes.roleKeys('sit', role));
    const Key = `ledger/notes/dev/${fresh('foreign')}.json`;
    await expect(foreign.s3.putObject({ ...ledger(Key), Body: 'x' })).rejects.toBeInstanceOf(Error);
    await expect(text(ledger(Key))).rejects.toMatchObject({ name: 'NoSuchKey' });
    const on = await stack();
    await expect(foreign.cloudFormation.describeStacks({ StackName: on })).rejects.toBeInstanceOf(Error);
    await expect(foreign.cloudFormation.deleteStack({ StackName: on })).rejects.toBeInstanceOf(Error);
    expect(await statusOf(on)).toBe('CREATE_COMPLETE');
  });

  test('where it is at home, deploy of sit writes its ledger', async () => {
    const at = { Bucket: `slipway-ledger-${sit}-${home}`, Key: 'ledger/notes/sit/tried.json' };
    const own = handsOf(notes.local, 'deploy', await notes.roleKeys('sit', 'deploy'));
    await own.s3.putObject({ ...at, Body: 'own' });
    expect(await (await rootHands(notes.local, sit).s3.getObject(at)).Body?.transformToString()).toBe('own');
  });
});
