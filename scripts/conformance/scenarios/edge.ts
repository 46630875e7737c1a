import { fill, makeBucket } from '../buckets.ts';
import { createStack, outputsOf } from '../stacks.ts';
import { until, type Scenario } from '../world.ts';

// The managed policy "CachingOptimized".
const cachePolicy = '658327ea-f89d-4fab-a63d-7e88639e58f6';

function template(name: string, site: string, listed: string): string {
  const origin = (id: string, bucket: string) => ({
    Id: id,
    DomainName: { 'Fn::Sub': `${bucket}.s3.\${AWS::Region}.\${AWS::URLSuffix}` },
    OriginAccessControlId: { Ref: 'Access' },
    S3OriginConfig: { OriginAccessIdentity: '' },
  });
  const behavior = (target: string) => ({
    TargetOriginId: target,
    Compress: true,
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: cachePolicy,
  });
  const policy = (bucket: string, actions: readonly (readonly [string, string])[]) => ({
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: bucket,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: actions.map(([Action, Resource]) => ({
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action,
          Resource,
          Condition: {
            StringEquals: {
              'aws:SourceArn': {
                'Fn::Sub': 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}',
              },
            },
          },
        })),
      },
    },
  });
  return JSON.stringify({
    Resources: {
      Access: {
        Type: 'AWS::CloudFront::OriginAccessControl',
        Properties: {
          OriginAccessControlConfig: {
            Name: name,
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
      Distribution: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Comment: name,
            DefaultRootObject: 'index.html',
            Origins: [origin('site', site), origin('listed', listed)],
            DefaultCacheBehavior: behavior('site'),
            CacheBehaviors: [{ PathPattern: '/listed/*', ...behavior('listed') }],
          },
        },
      },
      SitePolicy: policy(site, [['s3:GetObject', `arn:aws:s3:::${site}/*`]]),
      ListedPolicy: policy(listed, [
        ['s3:GetObject', `arn:aws:s3:::${listed}/*`],
        ['s3:ListBucket', `arn:aws:s3:::${listed}`],
      ]),
    },
    Outputs: { Url: { Value: { 'Fn::Sub': 'https://${Distribution.DomainName}' } } },
  });
}

/** CloudFront over private buckets: what is missing, what is cached, what is compressed. */
export const edge: Scenario = {
  name: 'edge',
  title: 'CloudFront over private buckets',
  creates: ['two buckets with three small objects', 'a distribution, which takes minutes to come and to go'],
  verifies: ['the-edge/2', 'the-edge/5', 'the-edge/7', 'the-edge/8'],
  minutes: 20,
  onlyWith: 'cloudfront',
  run: async (stage) => {
    const { notes } = stage;
    const [site, listed] = [await makeBucket(stage, 'site'), await makeBucket(stage, 'listed')];
    const text = 'text that compresses '.repeat(200);
    await fill(stage, site, { 'index.html': text, 'there.txt': text });
    await fill(stage, listed, { 'listed/there.txt': text });
    // S3 says binary/octet-stream where no type is given, and CloudFront does not compress that.
    for (const Key of ['index.html', 'there.txt'])
      await stage.clients.s3.putObject({ Bucket: site, Key, Body: text, ContentType: 'text/html' });
    const stack = await createStack(stage, {
      stack: `${stage.name}-site`,
      template: template(stage.name, site, listed),
    });
    const url = outputsOf(stack)['Url'] ?? '';
    const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      stage.ask(`${url}${path}`, { headers });
    await until(stage, 'the distribution', async () =>
      (await get('/there.txt')).status === 200 ? true : undefined,
    );

    notes.see(
      ['the-edge/7'],
      'a missing object: with s3:GetObject alone, and with s3:ListBucket',
      [403, 404],
      [(await get('/missing.txt')).status, (await get('/listed/missing.txt')).status],
    );
    const first = await get('/');
    const second = await get('/');
    notes.see(
      ['the-edge/2'],
      'the first answer is fetched, the second comes from the cache',
      ['Miss from cloudfront', 'Hit from cloudfront', /^\d+$/],
      [first.headers['x-cache'], second.headers['x-cache'], second.headers['age']],
    );
    const same = await get('/', { 'if-none-match': second.headers['etag'] ?? '' });
    notes.see(['the-edge/2'], 'an object whose ETag the viewer has', 304, same.status);
    const packed = await get('/there.txt', { 'accept-encoding': 'gzip, br' });
    notes.see(
      ['the-edge/5'],
      'text is compressed by Brotli, with a weak ETag',
      ['br', /^W\//],
      [packed.headers['content-encoding'], packed.headers['etag']],
    );
    const plain = await stage.ask(`${url.replace('https:', 'http:')}/`);
    notes.see(
      ['the-edge/8'],
      'plain HTTP is redirected',
      [301, `${url}/`],
      [plain.status, plain.headers['location']],
    );
  },
};
