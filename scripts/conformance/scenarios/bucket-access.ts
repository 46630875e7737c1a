import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { FormData } from 'undici';
import { makeBucket } from '../buckets.ts';
import { answerTo } from '../observation.ts';
import { makeRoles, takeRole } from '../roles.ts';
import type { Answer, Clients, Scenario, Stage } from '../world.ts';

/** What presigned requests and bucket policies refuse, asked as the real host. */
export const bucketAccess: Scenario = {
  name: 'bucket-access',
  title: 'presigned requests and bucket policies',
  creates: ['a bucket with a policy and a few small objects', 'a role that may do everything in it'],
  verifies: [
    'accounts-and-names/3',
    'identity/6',
    'emulator/conditional_writes',
    ...[1, 2, 3, 4, 5, 6, 8].map((rule) => `fakes/photo-api/${rule}`),
  ],
  minutes: 2,
  run: async (stage) => {
    const Bucket = await makeBucket(stage, 'access');
    const arn = `arn:aws:s3:::${Bucket}`;
    const roles = await makeRoles(stage, [
      { id: 'Writer', statements: [{ Effect: 'Allow', Action: 's3:*', Resource: [arn, `${arn}/*`] }] },
    ]);
    const deny = (Sid: string, rest: object) => ({ Sid, Effect: 'Deny', Principal: '*', ...rest });
    await stage.clients.s3.putBucketPolicy({
      Bucket,
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          deny('OnlyTls', {
            Action: 's3:*',
            Resource: [arn, `${arn}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          deny('Locked', { Action: ['s3:PutObject', 's3:GetObject'], Resource: `${arn}/locked/*` }),
          deny('OnlyNew', {
            Action: 's3:PutObject',
            Resource: `${arn}/once/*`,
            Condition: {
              Null: { 's3:if-none-match': 'true' },
              Bool: { 's3:ObjectCreationOperation': 'true' },
            },
          }),
        ],
      }),
    });
    const writer = await takeRole(stage, roles['Writer'] ?? '');
    await seePolicy(stage, writer, Bucket);
    await seePut(stage, writer, Bucket);
    await seePost(stage, writer, Bucket);
  },
};

const refusal = (status: number, code?: string) => ({ status, code: code ?? null });

/** Status and S3's error code. */
function told({ status, body }: Answer): { readonly status: number; readonly code: string | null } {
  return { status, code: /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? null };
}

async function seePolicy(stage: Stage, { s3, signer }: Clients, Bucket: string): Promise<void> {
  const { notes } = stage;
  const denied = { refused: 'AccessDenied', status: 403 };
  notes.see(
    ['accounts-and-names/3'],
    'a call by the SDK is secure transport',
    { done: true },
    await answerTo(s3.putObject({ Bucket, Key: 'open', Body: 'x' })),
  );
  notes.see(
    ['fakes/photo-api/4'],
    'a policy’s Deny binds a role that is allowed everything',
    denied,
    await answerTo(s3.putObject({ Bucket, Key: 'locked/a', Body: 'x' })),
  );
  notes.see(
    ['identity/6', 'emulator/conditional_writes'],
    'a policy that wants If-None-Match: without it, with it, in parts',
    [denied, { done: true }, { done: true }],
    [
      await answerTo(s3.putObject({ Bucket, Key: 'once/a', Body: 'x' })),
      await answerTo(s3.putObject({ Bucket, Key: 'once/a', Body: 'x', IfNoneMatch: '*' })),
      await answerTo(s3.createMultipartUpload({ Bucket, Key: 'once/b' })),
    ],
  );
  const url = await getSignedUrl(signer, new GetObjectCommand({ Bucket, Key: 'open' }), { expiresIn: 300 });
  const plain = url.replace('https:', 'http:');
  notes.see(
    ['accounts-and-names/3', 'fakes/photo-api/4'],
    'a good presigned GET, and the same over plain HTTP',
    [refusal(200), refusal(403, 'AccessDenied')],
    [told(await stage.ask(url)), told(await stage.ask(plain))],
  );
  const anonymous = url.split('?')[0] ?? '';
  notes.see(
    ['fakes/photo-api/3'],
    'anonymous GET, PUT and LIST',
    [403, 403, 403],
    [
      (await stage.ask(anonymous)).status,
      (await stage.ask(anonymous, { method: 'PUT', body: 'x' })).status,
      (await stage.ask(anonymous.replace(/open$/, '?list-type=2'))).status,
    ],
  );
}

async function seePut(stage: Stage, { signer }: Clients, Bucket: string): Promise<void> {
  const sign = (Key: string, more: { expiresIn?: number; signingDate?: Date } = {}) =>
    getSignedUrl(signer, new PutObjectCommand({ Bucket, Key, ContentType: 'text/plain' }), {
      expiresIn: 300,
      signableHeaders: new Set(['content-type']),
      ...more,
    });
  const put = (url: string, method = 'PUT', type = 'text/plain') =>
    stage.ask(url, {
      method,
      headers: { 'content-type': type },
      ...(method === 'PUT' ? { body: 'text' } : {}),
    });
  const good = await sign('put');
  const { notes } = stage;
  notes.see(['fakes/photo-api/1'], 'a presigned PUT', refusal(200), told(await put(good)));
  notes.see(
    ['fakes/photo-api/1'],
    'another key, method, type, signature',
    Array.from({ length: 4 }, () => refusal(403, 'SignatureDoesNotMatch')),
    [
      told(await put(good.replace('/put?', '/other?'))),
      told(await put(good, 'DELETE')),
      told(await put(good, 'PUT', 'text/html')),
      told(
        await put(
          good.replace(
            /(X-Amz-Signature=)./,
            (_all, name: string) => `${name}${good.includes('X-Amz-Signature=0') ? '1' : '0'}`,
          ),
        ),
      ),
    ],
  );
  const past = new Date(stage.now() - 600_000);
  notes.see(
    ['fakes/photo-api/2'],
    'an expired one',
    refusal(403, 'AccessDenied'),
    told(await put(await sign('put', { signingDate: past, expiresIn: 60 }))),
  );
}

async function seePost(stage: Stage, { signer }: Clients, Bucket: string): Promise<void> {
  const { notes } = stage;
  const form = await createPresignedPost(signer, {
    Bucket,
    Key: 'post',
    Expires: 300,
    Conditions: [
      ['content-length-range', 2, 10],
      ['eq', '$Content-Type', 'text/plain'],
    ],
    Fields: { 'Content-Type': 'text/plain' },
  });
  const post = async (change: Readonly<Record<string, string | null>> = {}, text = 'some') => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, ...change }))
      if (value !== null) body.append(name, value);
    body.append('file', new Blob([text], { type: 'text/plain' }), 'file.txt');
    return told(await stage.ask(form.url, { method: 'POST', body }));
  };
  notes.see(
    ['fakes/photo-api/8'],
    'a presigned POST, and one that asks for 201',
    [refusal(204), 403],
    [await post(), (await post({ success_action_status: '201' })).status],
  );
  notes.see(
    ['fakes/photo-api/5'],
    'another key, another type, an extra field, a bad signature',
    [403, 403, 403, 403],
    [
      (await post({ key: 'other' })).status,
      (await post({ 'Content-Type': 'text/html' })).status,
      (await post({ 'x-amz-meta-more': 'x' })).status,
      (await post({ 'X-Amz-Signature': '0'.repeat(64) })).status,
    ],
  );
  notes.see(
    ['fakes/photo-api/6'],
    'too large, too small',
    [refusal(400, 'EntityTooLarge'), refusal(400, 'EntityTooSmall')],
    [await post({}, 'x'.repeat(11)), await post({}, 'x')],
  );
}
