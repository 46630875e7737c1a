import { describe, expect, test } from '@jest/globals';
import type { CloudFormationApi } from '../../src/aws/apis.ts';
import { describeStack, readDeployedTree } from '../../src/plan/deployed-tree.ts';
import { photos } from './photos.ts';
import { makeWorld } from './world.ts';

/** Every call as `verb stack`, with the stand-in's answers. */
function watched(api: CloudFormationApi) {
  const calls: string[] = [];
  const noted = <T extends { StackName?: string | undefined }>(verb: string, input: T): T => {
    calls.push(`${verb} ${input.StackName ?? ''}`);
    return input;
  };
  const reading: Parameters<typeof readDeployedTree>[0] = {
    describeStacks: (input) => api.describeStacks(noted('describeStacks', input)),
    getTemplate: (input) => api.getTemplate(noted('getTemplate', input)),
    listStackResources: (input) => api.listStackResources(noted('listStackResources', input)),
  };
  return { calls, api: reading };
}

describe('the deployed tree', () => {
  test('is read with each call once for a stack, and none for what is known', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const root = await describeStack(world.api, world.instance.stackName);
    const { api, calls } = watched(world.api);
    const tree = await readDeployedTree(api, root?.StackId ?? '', root ?? undefined);
    expect([...(tree?.children.keys() ?? [])]).toEqual(['storage', 'api', 'alarms']);
    expect(tree?.children.get('storage')?.template?.body.Resources).toHaveProperty('PhotosBucket');
    expect(new Set(calls).size).toBe(calls.length);
    expect(calls).toHaveLength(4 * 3 - 1);
  });

  test('leaves out a nested stack that was deleted by hand, and is null for a stack that is not there', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const root = world.api.store.find(world.instance.stackName);
    world.api.store.stacks.delete(root?.resources.get('alarms')?.physicalId ?? '');
    const tree = await readDeployedTree(world.api, world.instance.stackName);
    expect([...(tree?.children.keys() ?? [])]).toEqual(['storage', 'api']);
    expect(await readDeployedTree(world.api, 'photos-dev-other')).toBeNull();
  });

  test('gives up on any other error', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
    const { api } = watched(world.api);
    const refusing = { ...api, getTemplate: () => Promise.reject(denied) };
    await expect(readDeployedTree(refusing, world.instance.stackName)).rejects.toBe(denied);
  });
});
