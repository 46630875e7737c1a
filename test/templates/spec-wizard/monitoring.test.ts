import { describe, expect, test } from '@jest/globals';
import { decide } from '../iam.ts';
import { account, type Properties } from '../evaluated.ts';
import { list, of, policies, resources, stackWith } from './deployed.ts';

interface Widget {
  readonly properties: {
    readonly title: string;
    readonly region: string;
    readonly metrics: readonly (readonly unknown[])[];
  };
}

/** The metrics that an alarm adds up, as `Namespace Name Dimension=Value …`. */
function watched(alarm: Properties): readonly string[] {
  const metric = (each: Properties): string =>
    [
      each['Namespace'],
      each['MetricName'],
      ...list(each['Dimensions']).map(({ Name, Value }) => `${String(Name)}=${String(Value)}`),
    ].join(' ');
  if (alarm['Metrics'] === undefined) return [metric(alarm)];
  return list(alarm['Metrics']).flatMap(({ MetricStat: stat }) =>
    stat === undefined ? [] : [metric((stat as Properties)['Metric'] as Properties)],
  );
}

const bucket = 'BucketName=${exports.ExportsBucketName} FilterId=EntireBucket';
const table = 'TableName=${app.SessionsTableName}';
const chat = 'ApiId=${app.ChatApiId} Stage=${app.ChatStageName}';
const mails = 'ses:configuration-set=${mail.MailConfigurationSetName}';

describe.each(['dev', 'sit', 'prod'] as const)('monitoring in %s', (environment) => {
  test.each([
    ['table-read-throttling', 'Alarms/ReadThrottling', 10, [table, `${table} GlobalSecondaryIndexName=GSI1`].map((on) => `AWS/DynamoDB ReadThrottleEvents ${on}`)],
    ['table-write-throttling', 'Alarms/WriteThrottling', 10, [table, `${table} GlobalSecondaryIndexName=GSI1`].map((on) => `AWS/DynamoDB WriteThrottleEvents ${on}`)],
    ['export-client-errors', 'Alarms/ExportClientErrors', 50, [`AWS/S3 4xxErrors ${bucket}`]],
    ['export-server-errors', 'Alarms/ExportServerErrors', 10, [`AWS/S3 5xxErrors ${bucket}`]],
    ['chat-server-errors', 'ChatAlarms/ServerErrorsAlarm', 10, ['IntegrationError', 'ExecutionError'].map((name) => `AWS/ApiGateway ${name} ${chat}`)],
  ])('alarm %s: more than so many in five minutes', (name, path, threshold, metrics) => {
    const alarm = of(environment, path);
    expect(alarm).toMatchObject({
      AlarmName: `spec-wizard-${environment}-${name}`,
      Threshold: String(threshold),
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
    });
    expect(watched(alarm)).toEqual(metrics);
    const periods = JSON.stringify(alarm).match(/"Period":\d+/g);
    expect(new Set(periods)).toEqual(new Set(['"Period":300']));
    expect(JSON.stringify(alarm)).toMatch(/"(Stat|Statistic)":"Sum"/);
  });

  test.each([
    ['mail-bounces', 'Alarms/MailBounces', 'Reputation.BounceRate', '0.05'],
    ['mail-complaints', 'Alarms/MailComplaints', 'Reputation.ComplaintRate', '0.001'],
  ])('alarm %s: the share from which SES reviews a sender', (name, path, metric, share) => {
    const alarm = of(environment, path);
    expect(alarm).toMatchObject({
      AlarmName: `spec-wizard-${environment}-${name}`,
      Threshold: share,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
    expect(watched(alarm)).toEqual([`AWS/SES ${metric} ${mails}`]);
  });

  test('errors that are not copied ring', () => {
    const alarm = of(environment, 'ErrorLogAlarm/ErrorsNotKept');
    expect(alarm).toMatchObject({
      AlarmName: `spec-wizard-${environment}-errors-not-kept`,
      Statistic: 'Sum',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    expect(watched(alarm)).toEqual(['AWS/Lambda Errors FunctionName=${app.ErrorLogFunctionName}']);
  });

  test('SNS topic with an e-mail subscription, told by every alarm', () => {
    const alarms = resources(environment).filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
    expect(alarms).toHaveLength(10);
    for (const { properties } of alarms)
      expect(properties['AlarmActions']).toEqual(['${AlarmTopic.Outputs.TopicArn}']);
    expect(of(environment, 'AlarmTopic/Notifications')['TopicName']).toBe(`spec-wizard-alarms-${environment}`);
    expect(of(environment, 'AlarmTopic/Mail')).toMatchObject({
      Protocol: 'email',
      Endpoint: `spec-wizard+${environment}@specwizard.com`,
    });
  });

  test('application logs 30 days, error logs 90', () => {
    expect(of(environment, 'ApplicationLogs/ApplicationLog')).toMatchObject({
      LogGroupName: `/aws/lambda/spec-wizard-application-${environment}`,
      RetentionInDays: '30',
    });
    expect(of(environment, 'ApplicationLogs/ErrorLog')).toMatchObject({
      LogGroupName: `/aws/lambda/spec-wizard-errors-${environment}`,
      RetentionInDays: '90',
    });
    const functions = resources(environment).filter(
      ({ type, properties }) =>
        type === 'AWS::Logs::LogGroup' && String(properties['LogGroupName']).startsWith('/aws/lambda/spec-wizard-chat'),
    );
    expect(functions.length).toBeGreaterThanOrEqual(4);
    for (const { properties } of functions) expect(properties['RetentionInDays']).toBe('30');
    // what is neither: shared by all systems
    expect(of(environment, 'ChatStage/AccessLog')['RetentionInDays']).toBe(environment === 'prod' ? '90' : '30');
  });

  test('errors of every function and of the application are copied to the log of errors', () => {
    const filters = resources(environment).filter(({ type }) => type === 'AWS::Logs::SubscriptionFilter');
    expect(filters.map(({ properties }) => properties['LogGroupName']).sort()).toEqual(
      ['application', 'chat-authorizer', 'chat-connect', 'chat-disconnect', 'chat-message'].map(
        (name) => `/aws/lambda/spec-wizard-${name}-${environment}`,
      ),
    );
    for (const { properties } of filters) {
      expect(properties['DestinationArn']).toBe('${KeepErrors.Arn}');
      for (const part of ['$.level = "ERROR"', '$.level = "FATAL"', '$.record.status = "timeout"'])
        expect(properties['FilterPattern']).toContain(part);
    }
    const role = policies(of(environment, 'ErrorLog/KeepErrorsRole'));
    const write = (name: string) =>
      decide(role, {
        action: 'logs:PutLogEvents',
        resource: `arn:aws:logs:us-east-1:${account}:log-group:${name}:log-stream:x`,
      });
    expect([write('error-log'), write('another')]).toEqual(['allowed', 'not allowed']);
  });
});

test('what takes the place of a function of the chat keeps its own errors', async () => {
  const made = await stackWith('app', {
    ChatMessageFunctionArn: `arn:aws:lambda:us-east-1:${account}:function:other`,
    ChatConnectFunctionArn: '',
    ChatDisconnectFunctionArn: '',
    TableCapacity: 'on-demand',
    SmokeIssuer: '',
  });
  const filters = made.filter(({ type }) => type === 'AWS::Logs::SubscriptionFilter').map(({ logicalId }) => logicalId);
  expect(filters).toEqual(['ApplicationErrors', 'AuthorizerErrors', 'ConnectErrors', 'DisconnectErrors']);
});

describe.each(['dev', 'sit', 'prod'] as const)('the dashboard in %s', (environment) => {
  const dashboard = of(environment, 'Dashboard/Overview');
  const { widgets } = JSON.parse(String(dashboard['DashboardBody'])) as { readonly widgets: readonly Widget[] };
  const metrics = (title: string): string =>
    JSON.stringify(
      widgets.filter(({ properties }) => properties.title.startsWith(title)).map(({ properties }) => properties.metrics),
    );

  test('has its name, in its region', () => {
    expect(dashboard['DashboardName']).toBe(`spec-wizard-${environment}`);
    for (const { properties } of widgets) expect(properties.region).toBe('us-east-1');
  });

  test.each([
    ['table operations', 'Table, operations', ['${app.SessionsTableName}', 'GetItem', 'PutItem', 'Query']],
    ['table latency', 'Table, latency', ['SuccessfulRequestLatency', '${app.SessionsTableName}']],
    ['bucket requests', 'Exports, requests', ['AllRequests', '${exports.ExportsBucketName}']],
    ['bucket errors', 'Exports, errors', ['4xxErrors', '5xxErrors', '${exports.ExportsBucketName}']],
    ['API requests', 'Chat, requests', ['ConnectCount', 'MessageCount', '${app.ChatApiId}']],
    ['API latency', 'Chat, latency', ['IntegrationLatency', '${app.ChatStageName}']],
    ['sessions created in 24 h', 'Sessions created in 24 hours', ['${app.MetricNamespace}', 'SessionsCreated']],
    ['submissions completed', 'Submissions completed', ['${app.MetricNamespace}', 'SubmissionsCompleted']],
    ['mean session duration', 'Mean session duration', ['${app.MetricNamespace}', 'SessionDuration']],
    ['completion rate', 'Completion rate', ['100 * completed / created', 'SubmissionsCompleted', 'SessionsCreated']],
  ])('shows %s', (_, title, parts) => {
    for (const part of parts) expect(metrics(title)).toContain(part);
  });

  test('no widget lies over another', () => {
    const cells = (JSON.parse(String(dashboard['DashboardBody'])) as {
      readonly widgets: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
    }).widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, index) => `${x + (index % width)}/${y + Math.floor(index / width)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.every((cell) => Number(cell.split('/')[0]) < 24)).toBe(true);
  });
});
