import { allOf, describe, each, failed, passed } from '../check.ts';
import type { Check } from '../check.ts';
import { urlSuffix } from '../object-signer.ts';
import type { Probe } from '../probe.ts';
import type { BucketCorsProfile, BucketProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';
import {
  allowsExactly,
  hostileOriginChecks,
  listOf,
  lists,
  noWildcardWithCredentials,
  originOf,
} from './cors-origins.ts';
import { linkLife, storedObject } from './stored-object.ts';

const preflightId = 'cors-bucket/preflight';
const answerId = 'cors-bucket/allowed-origin';

/** Pages of the allowed origin may use presigned links and forms of the bucket; no other page may. */
export function corsBucket(
  target: SmokeTarget,
  bucket: BucketProfile,
  cors: BucketCorsProfile,
  region: string,
): readonly Check[] {
  const origin = originOf(cors.origin);
  const address = `https://${bucket.name}.s3.${region}.${urlSuffix(region)}/${bucket.prefix}${target.runId}/cors`;
  const stored = storedObject(target, bucket, 'cors');
  const common = { group: 'cors-bucket', severity: 'major', pairedWith: preflightId } as const;

  const preflight = (probe: Probe, from: string, method: string) =>
    probe.send({
      method: 'OPTIONS',
      url: address,
      headers: {
        origin: from,
        'access-control-request-method': method,
        ...(cors.headers.length === 0
          ? {}
          : { 'access-control-request-headers': cors.headers.join(',').toLowerCase() }),
      },
    });
  const read = async (probe: Probe, from: string) => {
    const { key } = await stored(probe);
    const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
    return probe.send({ url, headers: { origin: from } });
  };

  return [
    {
      ...common,
      id: preflightId,
      severity: 'critical',
      pairedWith: null,
      want: `2xx, ${origin}, each of ${cors.methods.join(', ')}${cors.headers.length === 0 ? '' : `, ${cors.headers.join(', ')}`}`,
      hint: 'usually: the CORS rule of the bucket names another origin than the site has',
      run: (probe) =>
        each(
          probe,
          cors.methods,
          (method) => method,
          async (method, probe) => {
            const seen = await preflight(probe, origin, method);
            if (seen.status < 200 || seen.status > 299) return failed(describe(seen));
            return allOf([
              allowsExactly(seen, origin),
              lists(seen, 'access-control-allow-methods', [method]),
              lists(seen, 'access-control-allow-headers', cors.headers),
            ]);
          },
        ),
    },
    {
      ...common,
      id: answerId,
      severity: 'critical',
      pairedWith: null,
      want: `200 to a presigned GET with Access-Control-Allow-Origin: ${origin}`,
      hint: 'usually: the CORS rule of the bucket lacks GET',
      run: async (probe) => {
        const seen = await read(probe, origin);
        return seen.status === 200 ? allowsExactly(seen, origin) : failed(describe(seen));
      },
    },
    ...hostileOriginChecks({
      common,
      allowed: origin,
      want: 'no such header',
      hint: (mistake) => `usually: ${mistake}; an AllowedOrigins entry with * matches more than meant`,
      preflight: (probe, from) => preflight(probe, from, cors.methods[0] ?? 'GET'),
      request: read,
    }),
    {
      ...common,
      id: 'cors-bucket/wildcard-with-credentials',
      want: 'never * together with credentials',
      hint: null,
      run: async (probe) =>
        allOf([
          noWildcardWithCredentials(await read(probe, origin)),
          noWildcardWithCredentials(await read(probe, 'https://evil.example')),
        ]),
    },
    {
      ...common,
      id: 'cors-bucket/on-403',
      pairedWith: answerId,
      want: `403 with Access-Control-Allow-Origin: ${origin}`,
      hint: 'usually: something between client and S3 drops the header of errors',
      run: async (probe) => {
        const { key } = await stored(probe);
        const url = new URL(address);
        url.pathname = `/${key}`;
        const seen = await probe.send({ url: url.href, headers: { origin } });
        return seen.status === 403 ? allowsExactly(seen, origin) : failed(describe(seen));
      },
    },
    {
      ...common,
      id: 'cors-bucket/vary-origin',
      pairedWith: answerId,
      want: 'Vary: Origin',
      hint: null,
      run: async (probe) => {
        const vary = listOf(await read(probe, origin), 'vary');
        return vary.includes('origin') ? passed() : failed(`Vary: ${vary.join(', ') || 'absent'}`);
      },
    },
    ...(cors.exposes.length === 0
      ? []
      : [
          {
            ...common,
            id: 'cors-bucket/exposed-headers',
            pairedWith: answerId,
            want: `Access-Control-Expose-Headers: ${cors.exposes.join(', ')}`,
            hint: 'usually: the CORS rule of the bucket lacks ExposedHeaders; a client cannot read the ETag then',
            run: async (probe: Probe) =>
              lists(await read(probe, origin), 'access-control-expose-headers', cors.exposes),
          },
        ]),
  ];
}
