import { describe, expect, test } from '@jest/globals';
import { changeOf, makeWorld, nodeOf, shown, type Sources } from './world.ts';

/** A nested stack that is fed by imports alone: by one as it is, and by one inside a text. */
function imports({ topic = 'shared-Topic', memory = 256 } = {}): Sources {
  return {
    'root.yml': {
      Parameters: { ArtifactBucket: { Type: 'String' } },
      Resources: {
        alarms: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'alarms.yml',
            Parameters: {
              Topic: { 'Fn::ImportValue': topic },
              Label: { 'Fn::Join': ['-', ['to', { 'Fn::ImportValue': 'shared-Name' }]] },
            },
          },
        },
        reader: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'reader.yml',
            Parameters: { Named: { 'Fn::GetAtt': ['alarms', 'Outputs.Named'] } },
          },
        },
      },
    },
    'alarms.yml': {
      Parameters: { Topic: { Type: 'String' }, Label: { Type: 'String' } },
      Resources: {
        Own: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Topic' } } },
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: { MemorySize: memory, Description: { 'Fn::Sub': 'tells ${Label}' } },
        },
      },
      Outputs: { Named: { Value: { 'Fn::Sub': 'of ${Topic}' } } },
    },
    'reader.yml': {
      Parameters: { Named: { Type: 'String' } },
      Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'Named' } } } },
    },
  };
}

function deployed() {
  const world = makeWorld();
  world.api.store.exports.set('shared-Topic', 'alerts').set('shared-Name', 'ops').set('other-Topic', 'pages');
  world.deploy(world.release(imports()));
  return world;
}

describe('a nested stack that is fed by imports', () => {
  test('does not change while it imports the same: CloudFormation refuses to change what is imported', async () => {
    const world = deployed();
    const plan = await world.plan(world.release(imports()));
    const claimed = [...world.api.sets.values()].flatMap(({ changes }) => changes);
    expect(claimed.filter(({ Replacement }) => Replacement === 'True').length).toBeGreaterThan(0);
    expect(plan).toMatchObject({ outcome: 'none', certainty: 'full' });
    expect(shown(plan)).toEqual([]);
    expect(nodeOf(plan, 'alarms').dropped).toBe(2);
    expect(nodeOf(plan, 'reader').dropped).toBe(1);
  });

  test('shows what really changes beside it, and just that', async () => {
    const world = deployed();
    const plan = await world.plan(world.release(imports({ memory: 512 })));
    expect(shown(plan)).toEqual(['alarms/Function modify MemorySize']);
  });

  test('may change where it imports something else, which nobody knows while planning', async () => {
    const world = deployed();
    const plan = await world.plan(world.release(imports({ topic: 'other-Topic' })));
    const topic = changeOf(plan, 'alarms/Own');
    expect(topic).toMatchObject({ action: 'modify', certainty: 'possible' });
    expect(topic.properties).toMatchObject([
      { path: 'TopicName', before: 'alerts', after: '${export:other-Topic}', certainty: 'possible' },
    ]);
    expect(shown(plan).some((line) => line.startsWith('reader/Bucket modify'))).toBe(true);
    expect(shown(plan).some((line) => line.startsWith('alarms/Function'))).toBe(false);
  });
});
