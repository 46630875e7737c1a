import { beforeAll, describe, expect, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { deployedSystem, type Properties, type Resource } from '../evaluated.ts';
import { definitionOf, statesOf, type Definition } from './definition.ts';

const deployed = new Map<EnvironmentName, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames)
    deployed.set(environment, await deployedSystem('cloud-sync', environment));
});
const of = (environment: EnvironmentName, path: string): Properties =>
  deployed.get(environment)?.find((each) => each.path === path)?.properties ?? {};
const definition = (): Definition => definitionOf(of('prod', 'StateMachine/Sync'));

/** A line of a state machine's log, as Step Functions writes it with `Level: ALL` and `IncludeExecutionData: false`. */
const entered = (type: string, name: string) => ({
  id: '2',
  type,
  details: { name },
  previous_event_id: '0',
  event_timestamp: '1793000000000',
  execution_arn: 'arn:aws:states:eu-west-1:333333333333:execution:cloud-sync-prod:run',
  redrive_count: '0',
});

/** Whether a filter that wants each of some values takes a line ("Filter pattern syntax", JSON). */
function takes(filter: Properties, line: object): boolean {
  const wanted = [...String(filter['FilterPattern']).matchAll(/\$\.([\w.]+) = "([^"]+)"/g)];
  expect(wanted.length).toBeGreaterThan(0);
  return wanted.every(([, path = '', value]) => {
    const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], line);
    return found === value;
  });
}

/** What enters the log where a machine goes through a state. */
const kindOf = (state: string): string => {
  const type = statesOf(definition()).find(([name]) => name === state)?.[1].Type ?? 'no';
  return `${type}StateEntered`;
};

describe.each([
  ['InputRefused', 'InputRefused', ['Failed', 'Authenticate']],
  ['SyncBegun', 'Authenticate', ['List', 'Ask', 'InputRefused']],
  ['MediaNotStored', 'Record', ['Fetch', 'NotRecorded']],
] as const)('the filter %s', (id, state, others) => {
  const filter = () => of('prod', `Alarms/${id}`);

  test(`takes the line of the state ${state} and no other`, () => {
    expect(takes(filter(), entered(kindOf(state), state))).toBe(true);
    for (const other of others) expect([other, takes(filter(), entered(kindOf(other), other))]).toEqual([other, false]);
  });

  test('counts in the state machine’s log, 0 for other lines, under a name of its environment', () => {
    expect(filter()).toMatchObject({
      LogGroupName: '${StateMachine.Outputs.LogGroupName}',
      MetricTransformations: [
        { MetricNamespace: 'CloudSync', MetricName: `${id}-prod`, MetricValue: '1', DefaultValue: 0 },
      ],
    });
  });
});

describe.each(environmentNames)('in %s', (environment) => {
  test('a run that fails rings, an input that was refused does not', () => {
    const alarm = of(environment, 'Alarms/SyncFailed');
    const [failed, refused, unexpected] = alarm['Metrics'] as readonly Properties[];
    expect(failed).toMatchObject({
      Id: 'failed',
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'AWS/States', MetricName: 'ExecutionsFailed' }, Stat: 'Sum' },
    });
    expect(refused).toMatchObject({
      Id: 'refused',
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'CloudSync', MetricName: `InputRefused-${environment}` }, Stat: 'Sum' },
    });
    expect(unexpected).toMatchObject({ Expression: 'SUM([failed, 0 - FILL(refused, 0)])', ReturnData: true });
    expect(alarm).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' });
  });

  test('a run that takes too long rings', () => {
    expect(of(environment, 'Alarms/SyncTimedOut')).toMatchObject({
      Namespace: 'AWS/States',
      MetricName: 'ExecutionsTimedOut',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  test('more than ten media that fail in an hour ring', () => {
    expect(of(environment, 'Alarms/MediaFailed')).toMatchObject({
      MetricName: `MediaNotStored-${environment}`,
      Statistic: 'Sum',
      Period: 3600,
      Threshold: '10',
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  test('two days without a run ring where there is a schedule, whatever else the machine does', () => {
    if (environment === 'dev') {
      expect([of(environment, 'Alarms/SyncNotStarted'), of(environment, 'Alarms/SyncBegun')]).toEqual([{}, {}]);
      return;
    }
    const alarm = of(environment, 'Alarms/SyncNotStarted');
    expect(alarm).toMatchObject({
      MetricName: `SyncBegun-${environment}`,
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    // "at most seven days" (CloudWatch API Reference, PutMetricAlarm: EvaluationPeriods, with a Period of an hour or more)
    const seconds = Number(alarm['Period']) * Number(alarm['EvaluationPeriods']);
    expect([seconds, seconds <= 7 * 86_400]).toEqual([2 * 86_400, true]);
  });

  test('every alarm tells the topic, which has an e-mail subscription', () => {
    const alarms = (deployed.get(environment) ?? []).filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
    expect(alarms).toHaveLength(environment === 'dev' ? 3 : 4);
    for (const { properties } of alarms) expect(properties['AlarmActions']).toEqual(['${base.AlarmTopicArn}']);
    expect(of(environment, 'AlarmTopic/Mail')).toMatchObject({
      Protocol: 'email',
      Endpoint: `media-archive+${environment}@example.com`,
    });
  });
});

test('what the smoke checks start never enters the state that counts as a run', () => {
  const { States: states } = definition();
  const next = (name: string): readonly string[] => {
    const { Next, Default, Choices = [], Catch = [] } = states[name] ?? { Type: 'none' };
    return [Next, Default, ...[...Choices, ...Catch].map((each) => each.Next)].filter((each) => each !== undefined);
  };
  const reached = new Set<string>();
  const follow = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    next(name).forEach(follow);
  };
  follow('Check');
  follow('InputRefused');
  expect([...reached]).toEqual(['Check', 'InputRefused']);
});
