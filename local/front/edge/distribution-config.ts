import type { Distribution } from '../directory.ts';
import type { Emulators } from '../emulators.ts';
import { at, parseXml, textAt, type XmlElement } from '../xml.ts';
import type { TimesToLive } from './freshness.ts';
import { matchesPattern } from './path-pattern.ts';

/** Where the objects come from; the bucket is there for S3 alone. */
export interface Origin {
  readonly bucket: string | undefined;
  readonly region: string;
  readonly path: string;
}

export interface ErrorPage {
  readonly page: string;
  readonly status: number;
}

export interface Behavior {
  readonly origin: Origin;
  readonly pathPattern: string | undefined;
  readonly compress: boolean;
  readonly cache: CachePolicy;
  /** ARN of a Lambda version or of a CloudFront function on viewer requests. */
  readonly viewerRequestLambda: string | undefined;
  readonly viewerRequestFunction: string | undefined;
}

export interface CachePolicy {
  readonly times: TimesToLive;
  readonly brotli: boolean;
  readonly gzip: boolean;
  /** What of the request makes another object: all, none, or those named (lower case for headers). */
  readonly query: KeyPart;
  readonly cookies: KeyPart;
  readonly headers: readonly string[];
}

export type KeyPart =
  'none' | 'all' | { readonly only: readonly string[] } | { readonly except: readonly string[] };

export interface DistributionConfig {
  readonly behaviors: readonly Behavior[];
  readonly defaultRootObject: string;
  readonly errorSeconds: ReadonlyMap<number, number>;
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
}

/** using-managed-cache-policies.html: id, minimum, default and maximum TTL in seconds, and whether it compresses. */
const managed: Readonly<
  Record<string, readonly [minimum: number, standard: number, maximum: number, compresses: boolean]>
> = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': [1, 86_400, 31_536_000, true],
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': [1, 86_400, 31_536_000, false],
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': [0, 0, 0, false],
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': [0, 0, 31_536_000, true],
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': [0, 0, 31_536_000, true],
};
const managedWithQuery = '4cc15a8a-d715-48a4-82b8-cc0b614638fe';

const lifetime = 1000;

/** Reads what a distribution is set to, at most once a second. */
export function configReader(
  emulators: Emulators,
  now: () => number,
): (found: Distribution) => Promise<DistributionConfig> {
  const known = new Map<string, { readonly until: number; readonly config: Promise<DistributionConfig> }>();

  async function get(account: string, target: string): Promise<XmlElement> {
    const answer = await emulators.asRoot(account, {
      service: 'cloudfront',
      region: 'us-east-1',
      method: 'GET',
      target,
    });
    return parseXml(answer.body.toString());
  }

  async function policy(account: string, behavior: XmlElement): Promise<CachePolicy> {
    const id = textAt(behavior, 'CachePolicyId');
    if (id === undefined) return legacyPolicy(behavior);
    const [minimum, standard, maximum, compresses] = managed[id] ?? [];
    if (minimum !== undefined && standard !== undefined && maximum !== undefined) {
      return {
        times: { minimum, default: standard, maximum },
        brotli: compresses === true,
        gzip: compresses === true,
        query: id === managedWithQuery ? 'all' : 'none',
        cookies: standard === 0 && maximum > 0 ? 'all' : 'none',
        headers: [],
      };
    }
    return customPolicy(await get(account, `/2020-05-31/cache-policy/${id}/config`));
  }

  async function behaviorOf(
    account: string,
    element: XmlElement,
    pathPattern: string | undefined,
    origins: ReadonlyMap<string, Origin>,
  ): Promise<Behavior> {
    return {
      origin: origins.get(textAt(element, 'TargetOriginId') ?? '') ?? elsewhere,
      pathPattern,
      compress: textAt(element, 'Compress') === 'true',
      cache: await policy(account, element),
      viewerRequestLambda: associated(element, 'LambdaFunctionAssociations', 'LambdaFunctionARN'),
      viewerRequestFunction: associated(element, 'FunctionAssociations', 'FunctionARN'),
    };
  }

  async function read({ account, id }: Distribution): Promise<DistributionConfig> {
    const config = await get(account, `/2020-05-31/distribution/${id}/config`);
    const ordered = at(config, 'CacheBehaviors', 'Items')?.children ?? [];
    const standard = at(config, 'DefaultCacheBehavior');
    const errors = at(config, 'CustomErrorResponses', 'Items')?.children ?? [];
    const origins = new Map(
      (at(config, 'Origins', 'Items')?.children ?? []).map((origin) => [
        textAt(origin, 'Id') ?? '',
        originOf(origin),
      ]),
    );
    // A group stands for its first member here; the emulator asks the second one where the first fails.
    for (const group of at(config, 'OriginGroups', 'Items')?.children ?? []) {
      const first = textAt(at(group, 'Members', 'Items')?.children[0], 'OriginId') ?? '';
      origins.set(textAt(group, 'Id') ?? '', origins.get(first) ?? elsewhere);
    }
    return {
      behaviors: await Promise.all([
        ...ordered.map((element) => behaviorOf(account, element, textAt(element, 'PathPattern'), origins)),
        ...(standard === undefined ? [] : [behaviorOf(account, standard, undefined, origins)]),
      ]),
      defaultRootObject: textAt(config, 'DefaultRootObject') ?? '',
      errorPages: new Map(
        errors
          .map((element) => ({ element, page: textAt(element, 'ResponsePagePath') ?? '' }))
          .filter(({ page }) => page !== '')
          .map(({ element, page }) => {
            const code = Number(textAt(element, 'ErrorCode'));
            return [code, { page, status: Number(textAt(element, 'ResponseCode') ?? code) }] as const;
          }),
      ),
      errorSeconds: new Map(
        errors.map((element) => [
          Number(textAt(element, 'ErrorCode')),
          Number(textAt(element, 'ErrorCachingMinTTL') ?? 10),
        ]),
      ),
    };
  }

  return (found) => {
    const kept = known.get(found.id);
    if (kept !== undefined && kept.until > now()) return kept.config;
    const config = read(found);
    known.set(found.id, { until: now() + lifetime, config });
    return config;
  };
}

/** The first behaviour whose pattern matches; the default one matches everything. */
export function behaviorFor(config: DistributionConfig, path: string): Behavior | undefined {
  return config.behaviors.find(
    ({ pathPattern }) => pathPattern === undefined || matchesPattern(pathPattern, path),
  );
}

const elsewhere: Origin = { bucket: undefined, region: 'us-east-1', path: '' };

function originOf(origin: XmlElement): Origin {
  const [, bucket, region = 'us-east-1'] =
    /^(.+)\.s3(?:\.([a-z0-9-]+))?\.amazonaws\.com$/.exec(textAt(origin, 'DomainName') ?? '') ?? [];
  return { bucket, region, path: textAt(origin, 'OriginPath') ?? '' };
}

function associated(behavior: XmlElement, list: string, arn: string): string | undefined {
  const items = at(behavior, list, 'Items')?.children ?? [];
  const found = items.find((item) => textAt(item, 'EventType') === 'viewer-request');
  return textAt(found, arn);
}

function legacyPolicy(behavior: XmlElement): CachePolicy {
  const seconds = (name: string, otherwise: number): number => Number(textAt(behavior, name) ?? otherwise);
  return {
    times: {
      minimum: seconds('MinTTL', 0),
      default: seconds('DefaultTTL', 86_400),
      maximum: seconds('MaxTTL', 31_536_000),
    },
    brotli: false,
    gzip: true,
    query: textAt(behavior, 'ForwardedValues', 'QueryString') === 'true' ? 'all' : 'none',
    cookies: textAt(behavior, 'ForwardedValues', 'Cookies', 'Forward') === 'all' ? 'all' : 'none',
    headers: namesIn(at(behavior, 'ForwardedValues', 'Headers')),
  };
}

function customPolicy(config: XmlElement): CachePolicy {
  const parameters = at(config, 'ParametersInCacheKeyAndForwardedToOrigin');
  const seconds = (name: string, otherwise: number): number => Number(textAt(config, name) ?? otherwise);
  return {
    times: {
      minimum: seconds('MinTTL', 0),
      default: seconds('DefaultTTL', 86_400),
      maximum: seconds('MaxTTL', 31_536_000),
    },
    brotli: textAt(parameters, 'EnableAcceptEncodingBrotli') === 'true',
    gzip: textAt(parameters, 'EnableAcceptEncodingGzip') === 'true',
    query: keyPart(at(parameters, 'QueryStringsConfig'), 'QueryStringBehavior', 'QueryStrings'),
    cookies: keyPart(at(parameters, 'CookiesConfig'), 'CookieBehavior', 'Cookies'),
    headers: namesIn(at(parameters, 'HeadersConfig', 'Headers')),
  };
}

function keyPart(config: XmlElement | undefined, kind: string, list: string): KeyPart {
  const names = namesIn(at(config, list));
  switch (textAt(config, kind)) {
    case 'all':
      return 'all';
    case 'whitelist':
      return { only: names };
    case 'allExcept':
      return { except: names };
    default:
      return 'none';
  }
}

function namesIn(list: XmlElement | undefined): readonly string[] {
  return (at(list, 'Items')?.children ?? []).map(({ text }) => text.toLowerCase());
}
