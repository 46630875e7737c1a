import { describe, expect, test } from '@jest/globals';
import { account, type Properties } from '../evaluated.ts';
import { decide } from '../iam.ts';
import { at, of, policies, resources, stackWith } from './deployed.ts';

describe.each([
  ['dev', 'dev.specwizard.com'],
  ['sit', 'sit.specwizard.com'],
  ['prod', 'specwizard.com'],
] as const)('mail in %s', (environment, domain) => {
  test('sender identity, in a stack of what exists once in account and region', () => {
    const identities = resources(environment).filter(({ type }) => type === 'AWS::SES::EmailIdentity');
    expect(identities.map(({ template, properties }) => [template, properties['EmailIdentity']])).toEqual([
      ['templates/modules/mail-identity.yml', domain],
    ]);
    expect(identities[0]?.properties).toMatchObject({ DkimAttributes: { SigningEnabled: true } });
  });

  test('configuration set with reputation metrics', () => {
    expect(of(environment, 'MailEvents/MailSettings')).toMatchObject({
      Name: `spec-wizard-mail-${environment}`,
      ReputationOptions: { ReputationMetricsEnabled: true },
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  test.each([
    ['Bounces', 'bounce', 'BounceTopic', 'bounces'],
    ['Complaints', 'complaint', 'ComplaintTopic', 'complaints'],
  ])('event destination %s: an SNS topic that SES alone may tell, for this account', (id, event, topic, name) => {
    const destination = of(environment, `MailEvents/${id}`);
    expect(destination['ConfigurationSetName']).toBe('${MailSettings}');
    expect(destination['EventDestination']).toMatchObject({
      Enabled: true,
      MatchingEventTypes: [event],
      SnsDestination: { TopicARN: `\${${topic}.Outputs.TopicArn}` },
    });
    expect(of(environment, `${topic}/Notifications`)['TopicName']).toBe(`spec-wizard-${name}-${environment}`);
    const allow = policies(of(environment, `${topic}/NotificationsPolicy`))[0]?.Statement.filter(
      ({ Effect }) => Effect === 'Allow',
    );
    expect(allow?.map(({ Principal }) => Principal)).toEqual([{ Service: 'ses.amazonaws.com' }]);
    const tell = (from: string) =>
      decide([{ Statement: allow ?? [] }], { action: 'sns:Publish', context: { 'aws:SourceAccount': from } });
    expect([tell(account), tell('999999999999')]).toEqual(['allowed', 'not allowed']);
  });

  test('what is sent, arrives, or fails for its template is counted', () => {
    const { MatchingEventTypes: counted } = of(environment, 'MailEvents/Counts')['EventDestination'] as Properties;
    expect(counted).toEqual(expect.arrayContaining(['send', 'delivery', 'renderingFailure']));
  });

  test.each([
    ['ExportReady', 'export-ready', ['pdfUrl', 'magicLink']],
    ['SubmissionConfirmed', 'submission-confirmed', ['referenceNumber']],
  ])('template %s, as HTML and as text, says the same', (id, name, needed) => {
    const { Template: template } = of(environment, `MailTemplates/${id}`) as { Template: Record<string, string> };
    expect(template['TemplateName']).toBe(`spec-wizard-${name}-${environment}`);
    const values = (text = ''): readonly string[] =>
      [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, value]) => value ?? ''))].sort();
    const [html, text] = [values(template['HtmlPart']), values(template['TextPart'])];
    expect(html).toEqual(text);
    expect(text).toEqual(expect.arrayContaining(needed));
    expect(template['SubjectPart']).toMatch(/\{\{\w+\}\}/);
    expect(template['HtmlPart']).toMatch(/^<!doctype html>/);
    // a mail reader loads nothing, so that nobody learns that it was opened
    expect(template['HtmlPart']).not.toMatch(/<(img|script|link)|src=/);
    expect(template['TextPart']).not.toMatch(/<\w/);
  });
});

test('an environment that shares account and region with another makes no identity of its own', async () => {
  const made = await stackWith('account', { SenderIdentityMade: 'elsewhere' });
  expect(made.map(({ path }) => path)).toEqual(['Nothing']);
});

test('with the domain’s zone its three signing keys are published', async () => {
  const made = await stackWith('account', { SenderHostedZoneId: 'Z1' });
  for (const [index, id] of ['FirstKey', 'SecondKey', 'ThirdKey'].entries())
    expect(at(made, `MailIdentity/${id}`)).toMatchObject({
      HostedZoneId: 'Z1',
      Type: 'CNAME',
      Name: `\${Sender.DkimDNSTokenName${index + 1}}`,
      ResourceRecords: [`\${Sender.DkimDNSTokenValue${index + 1}}`],
    });
});
