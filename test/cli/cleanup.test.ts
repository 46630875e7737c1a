import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeShop } from '../lint/fixture.ts';
import { awsEnvironment } from './aws-server.ts';
import { slipway } from './record.ts';

const account = '111111111111';
const stackId = `arn:aws:cloudformation:eu-west-1:${account}:stack/shop-dev-app/1`;
const setId = `arn:aws:cloudformation:eu-west-1:${account}:changeSet/slipway-run-91cc4e07-1/1`;

/** One stack with one change set of a run from long ago, in every region, until it is deleted. */
async function startAccount(): Promise<
  { readonly url: string; readonly deleted: () => number } & Disposable
> {
  let deleted = 0;
  const answers: Readonly<Record<string, () => string>> = {
    GetCallerIdentity: () =>
      `<Arn>arn:aws:sts::${account}:assumed-role/slipway-janitor/test</Arn><Account>${account}</Account>`,
    DescribeStacks: () =>
      `<Stacks><member><StackId>${stackId}</StackId><StackName>shop-dev-app</StackName>
       <StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2020-01-01T10:00:00Z</CreationTime></member></Stacks>`,
    ListChangeSets: () =>
      deleted > 0
        ? '<Summaries/>'
        : `<Summaries><member><ChangeSetId>${setId}</ChangeSetId><ChangeSetName>slipway-run-91cc4e07-1</ChangeSetName>
           <Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus>
           <CreationTime>2020-01-02T10:00:00Z</CreationTime></member></Summaries>`,
    DeleteChangeSet: () => {
      deleted += 1;
      return '';
    },
  };
  const server = createServer((incoming, outgoing) => {
    void incoming.toArray().then((chunks) => {
      const action = new URLSearchParams(Buffer.concat(chunks as Buffer[]).toString()).get('Action') ?? '';
      const content = answers[action]?.();
      if (content === undefined) {
        const error = '<Error><Code>ChangeSetNotFound</Code><Message>it is not there</Message></Error>';
        outgoing.writeHead(404).end(`<ErrorResponse>${error}</ErrorResponse>`);
      } else {
        outgoing.end(`<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deleted: () => deleted,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('deletes nothing unless it is told to, and says how it goes', async () => {
  const oneAccount = (digit: string) => [[digit.repeat(12), account]] as const;
  const root = await writeShop({
    'params/shop/sit.yml': oneAccount('2'),
    'params/shop/prod.yml': oneAccount('3'),
  });
  using aws = await startAccount();
  const surroundings = awsEnvironment({
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'test-secret-key',
  });
  try {
    const said = await slipway(root, ['cleanup', 'shop']);
    expect(said).toMatchObject({ exitCode: 0, err: '' });
    expect(said.out).toMatch(/delete +slipway-run-91cc4e07-1: it is \d+ days old/);
    expect(said.out).toContain('would be deleted');
    expect(said.out).toContain(' nothing was deleted; the same command with --delete does it\n');
    expect(aws.deleted()).toBe(0);

    const done = await slipway(root, ['cleanup', 'shop', '--delete']);
    expect(done).toMatchObject({ exitCode: 0, err: '' });
    expect(done.out).toMatch(/deleted +slipway-run-91cc4e07-1: it is \d+ days old/);
    expect(done.out).not.toContain('--delete');
    expect(aws.deleted()).toBeGreaterThan(0);
  } finally {
    surroundings[Symbol.dispose]();
    await rm(root, { recursive: true });
  }
});
