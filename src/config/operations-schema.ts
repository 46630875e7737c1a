import * as v from 'valibot';

/** What people call a secret or a switch on the command line. */
const fieldName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,63}$/,
    'it must be letters, digits, hyphens and underscores, beginning with a letter, at most 64',
  ),
);

/** A TCP port; zero is none that anybody could be reached at. */
const port = String.raw`(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])`;

/** HTTPS, so that a value never goes in the clear; without it only to the machine itself, for stand-ins. */
const address = v.pipe(
  v.string(),
  v.regex(
    new RegExp(
      String.raw`^(https:\/\/[A-Za-z0-9.-]+(:${port})?|http:\/\/(127\.0\.0\.1|localhost):${port})(\/[^\s#]*)?$`,
    ),
    'it must be an address that begins with https:// and holds no user and no fragment',
  ),
);

const environments = v.pipe(
  v.array(v.picklist(['dev', 'sit', 'prod'])),
  v.minLength(1, 'it must name at least one environment'),
  v.description('The environments that have it; all without it.'),
);

const oauth = v.pipe(
  v.strictObject({
    authorizeUrl: v.pipe(address, v.description('Where a person gives consent, in a browser.')),
    tokenUrl: v.pipe(address, v.description('Where a code, or a refresh token, is exchanged.')),
    scope: v.optional(v.pipe(v.string(), v.description('Scopes, with blanks between them.')), ''),
    callback: v.optional(
      v.pipe(
        v.string(),
        v.regex(
          new RegExp(String.raw`^http:\/\/(127\.0\.0\.1|localhost):${port}(\/[A-Za-z0-9._~/-]*)?$`),
          'it must be an address of this machine with its port, as http://127.0.0.1:8765/callback',
        ),
        v.description('The redirect address as the provider knows it, on this machine.'),
      ),
      'http://127.0.0.1:8765/callback',
    ),
    clientIdField: v.optional(fieldName, 'client_id'),
    clientSecretField: v.optional(fieldName, 'client_secret'),
    refreshTokenField: v.optional(fieldName, 'refresh_token'),
  }),
  v.description(
    'For credentials of OAuth 2.0: `slipway secret authorize` gets the first refresh token, and a refresh is what tries them.',
  ),
);

const secret = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(
      /^(?!aws)(?:[A-Za-z0-9/_+=.@-]|\{env\}){1,200}$/,
      'it must be the name in Secrets Manager: letters, digits and /_+=.@-, with {env} for the environment',
    ),
    v.description('The name in Secrets Manager; `{env}` is the environment.'),
  ),
  description: v.pipe(v.string(), v.minLength(1, 'it must not be empty')),
  region: v.optional(v.picklist(['home', 'edge']), 'home'),
  madeBy: v.optional(
    v.pipe(
      v.picklist(['template', 'person']),
      v.description(
        '`template`: a stack makes it, empty. `person`: `slipway secret set` makes it where it is not there.',
      ),
    ),
    'template',
  ),
  environments: v.optional(environments),
  fields: v.optional(
    v.pipe(
      v.record(fieldName, v.picklist(['hidden', 'shown', 'json'])),
      v.minEntries(1, 'it must name at least one field'),
      v.description(
        'The fields of its JSON: `hidden` and `shown` are texts (a shown one is echoed while it is typed), `json` is any JSON. A plain text without it.',
      ),
    ),
  ),
  test: v.optional(
    v.pipe(
      v.strictObject({
        url: address,
        headers: v.pipe(
          v.record(
            v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'it must be the name of a header')),
            v.string(),
          ),
          v.minEntries(1, 'it must hold the header that carries the value'),
        ),
      }),
      v.description(
        'A GET that answers 2xx to a good value. In headers, {value} is the text, or {field} one field of it.',
      ),
    ),
  ),
  oauth: v.optional(oauth),
});

/** `secrets` of `system.yml`: what people set, by the name that they call it. */
export const secretsSchema = v.pipe(
  v.record(fieldName, secret),
  v.description('Secrets whose values people bring: `slipway secret set <system> <environment> <secret>`.'),
);

/** `switches` of `system.yml`: parameters that one may turn at once, in an emergency. */
export const switchesSchema = v.pipe(
  v.record(
    fieldName,
    v.strictObject({
      stack: v.pipe(v.string(), v.minLength(1, 'it must not be empty')),
      description: v.pipe(v.string(), v.minLength(1, 'it must not be empty')),
      values: v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.minLength(1, 'it must not be empty'))),
          v.minLength(2, 'it needs two values at least'),
        ),
        ['on', 'off'],
      ),
    }),
  ),
  v.description(
    'Parameters by name that `slipway switch` may turn in one environment at once, without the environments before it.',
  ),
);

export type SecretFile = v.InferOutput<typeof secret>;
