import * as v from 'valibot';
import { FixtureError, describe } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';
import { splitRoute } from '../profile.ts';
import type { ApiProfile, BucketProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import { authorization } from './api-request.ts';
import { freshKey, linkLife } from './stored-object.ts';

/** A form that could be posted to S3, and what it was made for. */
export interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** How long whoever makes the form lagged, if it did. */
  readonly note: string | null;
}

/** What is uploaded to try the forms. */
export interface Upload {
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
}

/** Where clients get their forms from. */
export interface FormSource {
  readonly upload: Upload;
  readonly ask: (probe: Probe) => Promise<Form>;
}

const uploadAnswer = v.object({
  url: v.pipe(v.string(), v.url()),
  fields: v.record(v.string(), v.string()),
});

/** The forms that the API hands out. */
export function formsOfApi(
  target: SmokeTarget,
  api: ApiProfile,
  upload: NonNullable<ApiProfile['upload']>,
  bucket: BucketProfile,
): FormSource {
  const { method, path } = splitRoute(upload.route);
  const { contentType, size } = upload;
  return {
    upload,
    ask: async (probe) => {
      const headers = { 'content-type': 'application/json', ...(await authorization(target, probe)) };
      const body = Buffer.from(JSON.stringify({ contentType, size }));
      const settled = await settle(
        target,
        () => probe.send({ method, url: `${api.url}${path}`, headers, body }),
        ({ status }) => status >= 200 && status < 300,
      );
      const answer = settled.value;
      if (answer.status < 200 || answer.status > 299) {
        throw new FixtureError(`${upload.route} was answered ${describe(answer)}`);
      }
      const parsed = v.safeParse(uploadAnswer, readJson(answer));
      if (!parsed.success) throw new FixtureError(`${upload.route} did not answer {url, fields}`);
      const { url, fields } = parsed.output;
      if (fields['key'] === undefined) throw new FixtureError(`${upload.route} answered a form without key`);
      target.written.add(bucket.name, fields['key']);
      return { url, fields, contentType, size, note: lagNote(settled) };
    },
  };
}

/** Forms as an application signs them that has no API in between: for one type and exactly one size. */
export function formsOfApplication(target: SmokeTarget, upload: Upload, bucket: BucketProfile): FormSource {
  let made = 0;
  return {
    upload,
    ask: () => {
      made += 1;
      return signForm(target, bucket, { name: `post-${made}`, sizes: [upload.size, upload.size], upload });
    },
  };
}

/** A form signed by the run itself; `expiresIn` in seconds, negative for one that has expired. */
export async function signForm(
  target: SmokeTarget,
  bucket: BucketProfile,
  form: {
    readonly name: string;
    readonly sizes: readonly [number, number];
    readonly upload: Upload;
    readonly expiresIn?: number;
  },
): Promise<Form> {
  const { contentType, size } = form.upload;
  const signed = await target.signer.form({
    bucket: bucket.name,
    key: freshKey(target, bucket, form.name),
    contentType,
    sizes: form.sizes,
    expiresIn: form.expiresIn ?? linkLife,
  });
  return { ...signed, contentType, size, note: null };
}

function readJson(answer: Seen): unknown {
  try {
    return JSON.parse(answer.text());
  } catch {
    return undefined;
  }
}
