import { randomBytes } from 'node:crypto';
import { allOf, describe, expectStatus, failed, notEnforceable, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import { formBody } from '../form-body.ts';
import { urlSuffix } from '../object-signer.ts';
import type { Probe, Seen } from '../probe.ts';
import type { BucketProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';
import { signForm, type Form, type FormSource } from './forms.ts';
import { sizeRange } from './post-policy.ts';
import { freshKey, otherSignature } from './stored-object.ts';

const valid = 'presigned-post/valid';
const ownValid = 'presigned-post/own-form-valid';

/**
 * The forms that clients get let them store just what was agreed. What nobody hands out (a form that has expired, or with a
 * least size) is tried with a form signed by the run itself, so that S3's part is seen too.
 *
 * @param forms where a client's forms come from: the API, or, where the application signs them, the run in its place
 */
export function presignedPost(
  target: SmokeTarget,
  forms: FormSource,
  bucket: BucketProfile,
  region: string,
): readonly Check[] {
  const { upload, ask: askForForm } = forms;
  /** One form serves all that must be refused: a refused form is not used up. */
  const spare = target.fixture(askForForm);
  const ownForm = (name: string, sizes: readonly [number, number], expiresIn?: number) =>
    signForm(target, bucket, { name, sizes, upload, ...(expiresIn === undefined ? {} : { expiresIn }) });
  const post = (
    probe: Probe,
    form: Form,
    change: Readonly<Record<string, string | undefined>> = {},
    size = form.size,
  ) => {
    const fields = Object.fromEntries(
      Object.entries({ ...form.fields, ...change }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const { body, contentType } = formBody(fields, randomBytes(size));
    return probe.send({ method: 'POST', url: form.url, headers: { 'content-type': contentType }, body });
  };
  const entity = (answer: Seen, code: string): Verdict =>
    answer.status === 400 && describe(answer).endsWith(code) ? passed() : failed(describe(answer));
  const field = (form: Form, name: string): string =>
    Object.keys(form.fields).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;

  const common = { group: 'presigned-post', severity: 'critical', pairedWith: valid } as const;
  return [
    {
      ...common,
      id: valid,
      pairedWith: null,
      want: '204 (201 where the form asks for it), and the object has the size and type that were declared',
      hint: 'usually: the role of the presigning function may not write the key',
      run: async (probe) => {
        const form = await askForForm(probe);
        const answer = await post(probe, form);
        const created = form.fields['success_action_status'] === '201';
        if (answer.status !== (created ? 201 : 204)) return failed(describe(answer));
        const head = await (await target.s3()).headObject({ Bucket: bucket.name, Key: form.fields['key'] });
        if (head.ContentLength !== form.size) return failed(`${head.ContentLength ?? 0} bytes are stored`);
        return head.ContentType === form.contentType
          ? passed(form.note)
          : failed(`type ${head.ContentType ?? 'none'}`);
      },
    },
    {
      ...common,
      id: 'presigned-post/regional-host',
      severity: 'major',
      want: `a host in ${region}, and no redirect`,
      hint: 'usually: the form names the global endpoint; a 307 breaks the preflight of a browser',
      run: async (probe) => {
        const form = await askForForm(probe);
        const { hostname } = new URL(form.url);
        if (!hostname.endsWith(`s3.${region}.${urlSuffix(region)}`)) return failed(hostname);
        const answer = await post(probe, form);
        return answer.status >= 300 ? failed(describe(answer)) : passed(form.note);
      },
    },
    {
      ...common,
      id: 'presigned-post/bad-signature',
      want: '403',
      hint: null,
      run: async (probe) => {
        const form = await spare(probe);
        const name = field(form, 'X-Amz-Signature');
        const signature = otherSignature(form.fields[name] ?? '');
        return expectStatus(await post(probe, form, { [name]: signature }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-post/missing-signature',
      want: '400 or 403',
      hint: 'usually: the bucket lets anybody write',
      run: async (probe) => {
        const form = await spare(probe);
        return expectStatus(
          await post(probe, form, { [field(form, 'X-Amz-Signature')]: undefined }),
          400,
          403,
        );
      },
    },
    {
      ...common,
      id: 'presigned-post/wrong-bucket',
      want: '403 from another bucket that exists',
      hint: 'usually: the policy of the form names no bucket',
      run: async (probe) => {
        if (bucket.other === undefined) return notEnforceable('the profile names no other bucket');
        const form = await spare(probe);
        const other = { ...form, url: form.url.replace(bucket.name, bucket.other) };
        const answer = await post(
          probe,
          other,
          form.fields['bucket'] === undefined ? {} : { bucket: bucket.other },
        );
        if (answer.status < 300) target.written.add(bucket.other, form.fields['key'] ?? '');
        return expectStatus(answer, 403);
      },
    },
    {
      ...common,
      id: 'presigned-post/wrong-key',
      want: '403',
      hint: 'usually: the policy allows any key that starts with something too short',
      run: async (probe) => {
        const key = freshKey(target, bucket, 'post-wrong-key');
        return expectStatus(await post(probe, await spare(probe), { key }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-post/extra-field',
      want: '403 to a field that the policy does not name',
      hint: 'usually: the policy lets any metadata through',
      run: async (probe) =>
        expectStatus(await post(probe, await spare(probe), { 'x-amz-meta-extra': 'smoke' }), 403),
    },
    {
      ...common,
      id: 'presigned-post/missing-field',
      want: '403 without a field that the policy demands',
      hint: 'usually: the policy does not bind the content type',
      run: async (probe) => {
        const form = await spare(probe);
        return expectStatus(await post(probe, form, { [field(form, 'Content-Type')]: undefined }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-post/wrong-content-type',
      want: '403 to another type than was declared',
      hint: 'usually: the policy does not bind the content type',
      run: async (probe) => {
        const form = await spare(probe);
        return expectStatus(await post(probe, form, { [field(form, 'Content-Type')]: 'text/html' }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-post/size-is-bound',
      severity: 'major',
      want: '400 EntityTooLarge to one byte more than the form allows, EntityTooSmall to one byte less',
      hint: 'usually: the policy lacks content-length-range',
      run: async (probe) => {
        const form = await spare(probe);
        const range = sizeRange(form.fields[field(form, 'Policy')] ?? '');
        if (range === null) return failed('the policy names no content-length-range');
        if (range[1] > largestBody) {
          return notEnforceable(`the form allows ${range[1]} bytes, more than a smoke check sends`);
        }
        const over = entity(await post(probe, form, {}, range[1] + 1), 'EntityTooLarge');
        if (over.outcome !== 'passed' || range[0] < 2) return over;
        return entity(await post(probe, form, {}, range[0] - 1), 'EntityTooSmall');
      },
    },
    {
      ...common,
      id: ownValid,
      pairedWith: null,
      want: '204 to a form signed by the run itself',
      hint: 'usually: the role that runs the checks may not write below the prefix of the profile',
      run: async (probe) => expectStatus(await post(probe, await ownForm('post-own', [1, upload.size])), 204),
    },
    {
      ...common,
      id: 'presigned-post/expired',
      pairedWith: ownValid,
      want: '403',
      hint: null,
      run: async (probe) =>
        expectStatus(await post(probe, await ownForm('post-expired', [1, upload.size], -60)), 403),
    },
    {
      ...common,
      id: 'presigned-post/size-limits',
      severity: 'major',
      pairedWith: ownValid,
      want: '400 EntityTooLarge over the range, 400 EntityTooSmall under it',
      hint: null,
      run: async (probe) => {
        const form = await ownForm('post-range', [16, 32]);
        return allOf([
          entity(await post(probe, form, {}, 33), 'EntityTooLarge'),
          entity(await post(probe, form, {}, 15), 'EntityTooSmall'),
        ]);
      },
    },
  ];
}

/** Bytes of the largest body that a check sends to see it refused. */
const largestBody = 4 * 1024 * 1024;
