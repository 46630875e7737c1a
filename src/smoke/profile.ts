import * as v from 'valibot';
import type { Position } from '../errors/position.ts';

/**
 * A smoke profile says what a system promises, and where. Wherever a text stands, `${stack.Output}` may stand for an
 * output of one of the system's stacks; it is filled in when the checks run.
 */
const described = <const T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));

const text = v.pipe(v.string(), v.nonEmpty());
const route = v.pipe(
  v.string(),
  v.regex(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \/\S*$/, 'is not a method and a path, such as GET /photos'),
);
const path = v.pipe(v.string(), v.regex(/^\/\S*$/, 'is not a path that starts with /'));
const seconds = v.pipe(v.number(), v.minValue(0.1), v.maxValue(600));

const tokens = v.strictObject({
  testIssuer: v.optional(
    described(
      v.strictObject({
        secret: described(
          text,
          'Secret with the JSON {issuer, kid, privateKeyJwk, audience, clientId} of an issuer that the API trusts for tests.',
        ),
        environments: described(
          v.array(v.picklist(['dev', 'sit'], 'names an environment that may not trust a test issuer')),
          'Where the API trusts it. Never prod: who holds the key could make any token.',
        ),
      }),
      'An issuer whose key the checks hold, so that they can sign wrong claims.',
    ),
  ),
  client: v.optional(
    described(
      v.strictObject({
        secret: described(
          text,
          'Secret with the JSON {tokenUrl, clientId, clientSecret, scope} of an OAuth client (client credentials grant).',
        ),
        environments: v.array(v.picklist(['dev', 'sit', 'prod'])),
      }),
      'Where the valid token comes from if no test issuer is trusted.',
    ),
  ),
  scope: described(text, 'Scopes of a token that may use the protected route, separated by blanks.'),
});

const apiCors = v.strictObject({
  origin: described(text, 'The primary web origin. An address is cut down to its origin.'),
  headers: described(v.array(text), 'Request headers that its preflight must allow.'),
  exposes: v.optional(described(v.array(text), 'Response headers that the client reads.'), []),
});

const api = v.strictObject({
  url: described(
    text,
    'Base URL with the stage, such as https://abc.execute-api.eu-west-1.amazonaws.com/v1.',
  ),
  protected: described(route, 'A route that needs a token and answers 2xx to a valid one.'),
  open: described(
    v.record(route, v.pipe(v.number(), v.integer())),
    'Routes that need no token, and their status.',
  ),
  serverError: v.optional(described(route, 'A route that answers 5xx on purpose, to see its CORS headers.')),
  upload: v.optional(
    described(
      v.strictObject({
        route,
        contentType: text,
        size: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(4 * 1024 * 1024)),
      }),
      'The route that takes {contentType, size} and answers {id, url, fields}: a presigned POST.',
    ),
  ),
  tokens,
  cors: v.optional(apiCors),
  rateLimit: v.optional(
    described(
      v.strictObject({
        route: described(route, 'A route that one user may ask for so often.'),
        body: v.optional(described(text, 'JSON that is sent along.')),
        perSecond: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
        burst: described(
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
          'Requests that one user may send at once.',
        ),
      }),
      'What one user may do. Tried only when the group rate-limit is named, for it sends load.',
    ),
  ),
});

const bucket = v.strictObject({
  name: text,
  other: v.optional(described(text, 'Another bucket that exists, for forms that are sent to the wrong one.')),
  prefix: described(
    v.pipe(v.string(), v.regex(/^[^/].*\/$/, 'does not end with /')),
    'Where the checks write. All of it is deleted again, versions too.',
  ),
  encryption: described(
    v.union(
      [v.picklist(['AES256', 'aws:kms', 'aws:kms:dsse']), v.pipe(v.string(), v.startsWith('${'))],
      'is none of AES256, aws:kms, aws:kms:dsse, and no reference ${stack.Output}',
    ),
    'As HEAD of an object names it.',
  ),
  form: v.optional(
    described(
      v.strictObject({
        contentType: text,
        size: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(4 * 1024 * 1024)),
      }),
      'What is uploaded by presigned POST where the application signs the forms itself and no API hands them out.',
    ),
  ),
  cors: v.optional(
    v.strictObject({
      origin: text,
      methods: described(
        v.array(v.picklist(['GET', 'PUT', 'POST', 'HEAD', 'DELETE'])),
        'Methods a browser uses.',
      ),
      headers: described(v.array(text), 'Request headers a browser sends.'),
      exposes: v.optional(described(v.array(text), 'Response headers that the client reads.'), []),
    }),
  ),
  serviceLevel: v.optional(
    v.strictObject({
      mebibytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
      uploadSeconds: seconds,
      downloadSeconds: seconds,
      presignSeconds: seconds,
    }),
  ),
});

const site = v.strictObject({
  url: text,
  deepLink: described(path, 'A route of the application that is no file.'),
  apiPath: v.optional(described(path, 'Where the site serves an API on its own origin, if it does.')),
  basicAuth: v.optional(
    described(
      v.strictObject({
        secret: described(text, 'Secret with the JSON {user, password} of a visitor who is let in.'),
        environments: described(
          v.array(v.picklist(['dev', 'sit', 'prod'])),
          'Where the site asks for a credential; elsewhere it is open to all.',
        ),
      }),
      'Basic authentication of the whole site. The proof at the edge after a publication uses the same credential.',
    ),
  ),
});

const cache = v.strictObject({
  connectivity: described(
    text,
    'Function that answers {reachable, endpoint} of the cache it can reach; none where there is no cache.',
  ),
});

const jsonObject = v.pipe(
  v.string(),
  v.check((text) => isJsonObject(text), 'is no JSON object'),
);

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

const stateMachine = v.strictObject({
  arn: described(text, 'The state machine.'),
  accepted: described(jsonObject, 'Input, as JSON, with which an execution touches nothing and succeeds.'),
  refused: described(
    v.strictObject({ input: jsonObject, error: described(text, 'The name of the error that it ends with.') }),
    'Input, as JSON, that the state machine refuses.',
  ),
});

const cdn = v.strictObject({
  url: described(text, "Where the bucket's objects are read by everybody; none where there is no CDN."),
});

const socket = v.strictObject({
  url: described(text, 'Address with the stage, such as wss://abc.execute-api.us-east-1.amazonaws.com/dev.'),
  action: described(
    text,
    'The action of a message {action, text, id} that comes back to every connection of the sender, with the same text.',
  ),
  subprotocol: v.optional(
    described(text, 'What the server speaks, where a token may stand beside it as bearer.<token>.'),
  ),
  tokens,
});

/** `params/<system>/smoke.yml`. The JSON Schema for editors is made from it. */
export const smokeProfileSchema = v.pipe(
  v.strictObject({
    title: described(text, 'How reports call it.'),
    seconds: v.optional(
      described(
        v.pipe(v.number(), v.minValue(5), v.maxValue(600)),
        'All checks together may take this long.',
      ),
      30,
    ),
    api: v.optional(api),
    bucket: v.optional(bucket),
    site: v.optional(site),
    cache: v.optional(cache),
    stateMachine: v.optional(stateMachine),
    cdn: v.optional(cdn),
    socket: v.optional(socket),
  }),
  v.title('Smoke profile of a system'),
);

export type ProfileContent = v.InferOutput<typeof smokeProfileSchema>;

/** `${stack.Output}` somewhere in a profile. */
export interface OutputReference {
  readonly stack: string;
  readonly output: string;
  readonly at: Position;
}

/** A profile, read and checked; its references are not filled in yet. */
export interface SmokeProfile {
  readonly file: string;
  readonly content: ProfileContent;
  readonly references: readonly OutputReference[];
}

export type ApiProfile = NonNullable<ProfileContent['api']>;
export type ApiCorsProfile = NonNullable<ApiProfile['cors']>;
export type BucketProfile = NonNullable<ProfileContent['bucket']>;
export type BucketCorsProfile = NonNullable<BucketProfile['cors']>;
export type RateLimitProfile = NonNullable<ApiProfile['rateLimit']>;
export type CacheProfile = NonNullable<ProfileContent['cache']>;
export type StateMachineProfile = NonNullable<ProfileContent['stateMachine']>;
export type CdnProfile = NonNullable<ProfileContent['cdn']>;
export type SocketProfile = NonNullable<ProfileContent['socket']>;
export type SiteProfile = NonNullable<ProfileContent['site']>;

/** A route in two parts. The schema has seen to it that there are two. */
export function splitRoute(route: string): { readonly method: RouteMethod; readonly path: string } {
  const blank = route.indexOf(' ');
  return { method: route.slice(0, blank) as RouteMethod, path: route.slice(blank + 1) };
}

export type RouteMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
