import { isTrue, items, map, referred, textOf, told, type Rule } from './rule.ts';

/** CloudWatch Logs API reference, PutRetentionPolicy. */
const retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const runtimeRules: readonly Rule[] = [
  {
    name: 'a function runs on arm64 with Node.js 24',
    types: ['AWS::Lambda::Function'],
    check: ({ properties }) => [
      ...told(properties['Runtime'] !== 'nodejs24.x', `Runtime is ${String(properties['Runtime'])}`),
      ...told(
        items(properties['Architectures']).join() !== 'arm64',
        `Architectures is ${items(properties['Architectures']).join() || 'x86_64, the default'}`,
      ),
    ],
  },
  {
    name: 'a function is traced',
    types: ['AWS::Lambda::Function'],
    check: ({ properties }) =>
      told(map(properties['TracingConfig'])['Mode'] !== 'Active', 'TracingConfig.Mode is not Active'),
  },
  {
    name: 'a function writes JSON to a log group of its own template',
    types: ['AWS::Lambda::Function'],
    check: ({ properties }, { siblings }) => {
      const { LogFormat: format, LogGroup: group } = map(properties['LoggingConfig']);
      const own = siblings.some(
        ({ type, logicalId, properties: log }) =>
          type === 'AWS::Logs::LogGroup' && (referred(group) === logicalId || log['LogGroupName'] === group),
      );
      return [
        ...told(format !== 'JSON', `LogFormat is ${String(format)}`),
        ...told(group === undefined || !own, `LogGroup is ${String(group)}`),
      ];
    },
  },
  {
    name: 'an API and a state machine are traced and write what they do',
    types: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage', 'AWS::StepFunctions::StateMachine'],
    check: ({ type, properties }) => {
      if (type === 'AWS::StepFunctions::StateMachine') {
        return [
          ...told(!isTrue(map(properties['TracingConfiguration'])['Enabled']), 'TracingConfiguration is not on'),
          ...told(items(map(properties['LoggingConfiguration'])['Destinations']).length === 0, 'it writes no log'),
        ];
      }
      const access = map(properties['AccessLogSettings'] ?? properties['AccessLogSetting']);
      const isRest = type === 'AWS::ApiGateway::Stage';
      return [
        ...told(access['DestinationArn'] === undefined, 'it writes no access log'),
        // X-Ray is for REST APIs only (API Gateway Developer Guide, "Choose between REST APIs and HTTP APIs").
        ...told(isRest && !isTrue(properties['TracingEnabled']), 'TracingEnabled is not true'),
      ];
    },
  },
  {
    name: 'a log group ends its entries',
    types: ['AWS::Logs::LogGroup'],
    check: ({ properties }) =>
      told(
        !retentions.includes(Number(properties['RetentionInDays'])),
        `RetentionInDays is ${String(properties['RetentionInDays'])}`,
      ),
  },
  {
    name: 'no alarm is silent, and each tells what it means',
    types: ['AWS::CloudWatch::Alarm'],
    check: ({ properties }) => [
      ...told(items(properties['AlarmActions']).length === 0, 'it has no AlarmActions'),
      ...told(!/^\S.{20,}/.test(textOf(properties['AlarmDescription'])), 'AlarmDescription tells nothing'),
      ...told(properties['TreatMissingData'] === undefined, 'TreatMissingData is left to the default'),
    ],
  },
];
