import { describe, expect, test } from '@jest/globals';
import type { StackDefinition } from '../../src/config/system.ts';
import type { Check } from '../../src/doctor/check.ts';
import { dev, DoctorWorld, edge, home, only, system } from './world.ts';

const where = `Lambda concurrency in ${home}`;
const app: StackDefinition = { name: 'app', template: 'templates/app.yml', region: 'home', parameters: {} };

const root = `Parameters:
  Reserved: { Type: Number, Default: 0 }
Resources:
  Front:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: front.yml
      Parameters: { Reserved: !Ref Reserved }
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler }
`;
const front = `Parameters:
  Reserved: { Type: Number }
Conditions:
  Reserves: !Not [!Equals [!Ref Reserved, 0]]
Resources:
  Front:
    Type: AWS::Lambda::Function
    Properties:
      ReservedConcurrentExecutions: !If [Reserves, !Ref Reserved, !Ref AWS::NoValue]
`;

/** A world whose function `Front/Front` reserves so many; `null` where the parameter is fed by another stack. */
function reserving(amount: number | null): () => Promise<Check> {
  return reservingIn(new DoctorWorld(undefined, [given(amount)]));
}

function given(amount: number | null): typeof dev {
  const Reserved =
    amount === null
      ? ({ kind: 'output', stack: 'base', output: 'Reserved' } as const)
      : ({ kind: 'literal', value: String(amount) } as const);
  return { ...dev, values: { app: { Reserved } } };
}

function reservingIn(world: DoctorWorld): () => Promise<Check> {
  world.sources.set('templates/app.yml', root).set('templates/front.yml', front);
  return async () => only(await world.diagnose({ system: { ...system, stacks: [app] } }), 'limit', where);
}

const request = `aws service-quotas request-service-quota-increase --region ${home} --service-code lambda --quota-code L-B99A9384 --desired-value`;

describe('where nothing is reserved', () => {
  test('an account of the usual size is good', async () => {
    expect(await reserving(0)()).toMatchObject({ state: 'ok', found: '1000 unreserved of 1000 in all' });
  });

  test('a new account is told, with what to request', async () => {
    const world = new DoctorWorld();
    world.concurrency(home).limit = 10;
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'limit', where)).toMatchObject({
      state: 'warning',
      found: '10 unreserved of 10 in all',
      wanted: 'more than 10 at once, else no function can reserve any',
      next: `${request} 1000`,
    });
    expect(diagnosis.isHealthy).toBe(true);
  });

  test('others that have reserved nearly all are told', async () => {
    const world = new DoctorWorld();
    world.concurrency(home).reserved.set('other', 995);
    expect(only(await world.diagnose(), 'limit', where)).toMatchObject({
      state: 'warning',
      found: '5 unreserved of 1000 in all',
      next: `${request} 1095`,
    });
  });
});

describe('what functions reserve', () => {
  test.each([
    [1000, 900, 'ok', '1000 unreserved of 1000 in all; 900 to reserve, which would leave 100', null],
    [1000, 901, 'warning', 'AWS does not tell which', `${request} 1001`],
    [60, 50, 'warning', 'would leave 10; accounts keep 10, 50 or 100 unreserved', `${request} 1000`],
    [1000, 991, 'wrong', 'which would leave 9', `${request} 1091`],
    [10, 5, 'wrong', '10 unreserved of 10 in all; 5 to reserve, which would leave 5', `${request} 1000`],
    [10, 50, 'wrong', 'which would leave 0', `${request} 1000`],
  ] as const)('of %i in all %i: %s', async (limit, amount, state, found, next) => {
    const world = new DoctorWorld(undefined, [given(amount)]);
    world.concurrency(home).limit = limit;
    expect(await reservingIn(world)()).toMatchObject({
      state,
      found: expect.stringContaining(found),
      wanted: `room for what functions reserve (dev app Front/Front ${amount}), and 100 beside it`,
      next,
    });
  });

  test('what the same functions hold already is not reserved twice; what others hold is gone', async () => {
    const world = new DoctorWorld(undefined, [given(500)]);
    const { reserved } = world.concurrency(home);
    reserved.set('front-1', 500).set('worker-1', null).set('other', 100);
    const check = reservingIn(world);
    // nothing of the system is deployed as yet
    expect(await check()).toMatchObject({ state: 'wrong', found: expect.stringContaining('would leave 0') });
    world.deployed.set('shop-dev-app', [
      ['AWS::Lambda::Function', 'worker-1'],
      ['AWS::SQS::Queue', 'other'],
      ['AWS::Lambda::Function', 'deleted-by-hand'],
      ['AWS::CloudFormation::Stack', 'arn:front'],
    ]);
    world.deployed.set('arn:front', [['AWS::Lambda::Function', 'front-1']]);
    expect(await check()).toMatchObject({
      state: 'ok',
      found:
        '400 unreserved of 1000 in all; 500 reserved by the deployed functions; 500 to reserve, which would leave 400',
    });
  });

  test('deployed functions are looked at only where they make a difference', async () => {
    const world = new DoctorWorld(undefined, [given(100)]);
    world.concurrency(home).reserved.set('other', 100);
    await reservingIn(world)();
    expect(world.asked).not.toContain('cloudformation:ListStackResources');
  });

  test('environments of one account reserve out of the same', async () => {
    const sit = { ...given(460), environment: 'sit' as const, file: 'params/shop/sit.yml' };
    const world = new DoctorWorld(undefined, [given(460), sit]);
    expect(await reservingIn(world)()).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('920 to reserve'),
      wanted: expect.stringContaining('dev app Front/Front 460, sit app Front/Front 460'),
    });
  });

  test('functions at the edge reserve there', async () => {
    const world = new DoctorWorld(undefined, [given(5)]);
    world.sources.set('templates/app.yml', root).set('templates/front.yml', front);
    world.concurrency(edge).limit = 10;
    const stacks = [{ ...app, region: 'edge' as const }];
    const diagnosis = await world.diagnose({ system: { ...system, stacks } });
    expect(only(diagnosis, 'limit', where)).toMatchObject({ state: 'ok' });
    expect(only(diagnosis, 'limit', `Lambda concurrency in ${edge}`)).toMatchObject({ state: 'wrong' });
  });
});

describe('not known', () => {
  test('where the settings may not be read', async () => {
    const world = new DoctorWorld();
    world.concurrency(home).denied.add('getAccountSettings');
    const diagnosis = await world.diagnose();
    expect(only(diagnosis, 'limit', where)).toMatchObject({
      state: 'unknown',
      next: 'lambda:GetAccountSettings is needed to read it',
    });
    expect(diagnosis.isHealthy).toBe(false);
  });

  test.each(['lambda', 'cloudformation'])('where what is held may not be read (%s)', async (service) => {
    const world = new DoctorWorld(undefined, [given(500)]);
    world.concurrency(home).reserved.set('front-1', 500);
    world.deployed.set('shop-dev-app', [['AWS::Lambda::Function', 'front-1']]);
    if (service === 'lambda') world.concurrency(home).denied.add('getFunctionConcurrency');
    else world.denied.add('cloudformation:ListStackResources');
    expect(await reservingIn(world)()).toMatchObject({
      state: 'unknown',
      next: 'cloudformation:ListStackResources and lambda:GetFunctionConcurrency are needed to read it',
    });
  });

  test('where the amount waits for the deployment', async () => {
    expect(await reserving(null)()).toMatchObject({
      state: 'unknown',
      found: 'only the deployment tells what is reserved for dev app Front/Front',
    });
  });

  test('where the templates can’t be read', async () => {
    const world = new DoctorWorld(undefined, [given(5)]);
    const check = reservingIn(world);
    world.sources.delete('templates/front.yml');
    expect(await check()).toMatchObject({
      state: 'unknown',
      found: expect.stringContaining('what functions reserve can’t be told: '),
    });
  });
});
