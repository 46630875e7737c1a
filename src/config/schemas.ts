import * as v from 'valibot';
import { environmentNames } from './environment-name.ts';
import { secretsSchema, switchesSchema } from './operations-schema.ts';

/** Names of systems and stacks: they become parts of stack names, roles and GitHub environments. */
const name = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'it must be lower-case letters, digits and single hyphens, beginning with a letter',
  ),
  v.maxLength(40, 'it must have at most 40 characters'),
);

/** What physical names begin with, up to a hyphen: a wildcard follows it in a policy, so it must not be one itself, nor a short one. */
const resourceName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
    'it must be letters, digits and single hyphens, beginning with a letter, without the hyphen at the end',
  ),
  v.minLength(4, 'it must have at least 4 characters, or it holds for names of others'),
  v.maxLength(40, 'it must have at most 40 characters'),
  v.check((text) => !/^slipway(-|$)/i.test(text), 'it must not begin with slipway: such names are taken'),
);

const relativePath = v.pipe(
  v.string(),
  v.regex(
    /^(?!\/)(?!.*(^|\/)\.\.(\/|$))(?!.*\\)(?!\.\/)[^\s].*$/,
    'it must be a path relative to the repository, with / as separator and without ..',
  ),
);

/** CloudFormation's rule for logical names (API reference, `Parameter.ParameterKey`; User Guide, "Parameters"). */
const parameterName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,255}$/, 'it must be letters and digits'));

const scalarMessage =
  "it takes a text, a number, true or false, or a list of these; write '' for an empty text";
const scalar = v.union([v.string(), v.number(), v.boolean()], scalarMessage);
const parameterValue = v.pipe(
  v.union([v.string(), v.number(), v.boolean(), v.array(scalar)], scalarMessage),
  v.description(
    'A value, a list (joined by commas), or `${stack.Output}`: the output of another stack of the same environment. `$${` stands for `${`.',
  ),
);
const parameters = v.record(parameterName, parameterValue);

const stack = v.strictObject({
  template: v.pipe(relativePath, v.description('The root template, relative to the repository.')),
  region: v.pipe(
    v.picklist(['home', 'edge']),
    v.description(
      "`home`: the environment's home region. `edge`: us-east-1, for what CloudFront needs there.",
    ),
  ),
  parameters: v.optional(
    v.pipe(
      parameters,
      v.description(
        'Wiring: values that are the same in all environments, and references `${stack.Output}`.',
      ),
    ),
    {},
  ),
});

const outputOf = (what: string) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'it must not be empty'),
    v.description(`${what}: mostly a reference, \`\${stack.Output}\`.`),
  );

const artifact = v.strictObject({
  artifact: v.pipe(
    v.string(),
    v.regex(
      /^(?:https:\/\/[^\s#\\]+|(?![A-Za-z][A-Za-z0-9+.-]*:)(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*\\)(?!\.\/)[^\s].*)$/,
      'it must be an address https://… or a path relative to the repository, with / as separator and without ..',
    ),
    v.description(
      "A ZIP of another repository's build: an address https://…, or a path relative to this repository.",
    ),
  ),
  sha256: v.pipe(
    v.string(),
    v.regex(/^[0-9A-Fa-f]{64}$/, "it must be the SHA-256 of the artifact's bytes, 64 hex digits"),
    v.description('The SHA-256 of its bytes, 64 hex digits; what has another one is not released.'),
  ),
});

const site = v.strictObject({
  build: v.pipe(
    v.union(
      [relativePath, artifact],
      'it takes a folder of this repository, or a map of artifact and sha256: a ZIP that another repository has built',
    ),
    v.description(
      'The finished build: a folder, relative to the repository; or `{artifact, sha256}`, a ZIP that another repository has built.',
    ),
  ),
  bucket: outputOf("The site's bucket"),
  distribution: outputOf("The id of the site's CloudFront distribution"),
  url: outputOf('The address as visitors see it, `https://…`'),
  config: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.minLength(1, 'it must not be empty')), v.string()),
      v.description(
        'What Slipway writes to config.json beside the build in each environment; never part of the release.',
      ),
    ),
    {},
  ),
});

const promotion = v.strictObject({
  approval: v.optional(
    v.pipe(v.array(v.picklist(environmentNames)), v.description('Environments that a person approves.')),
    ['prod'],
  ),
  rollBackOnSmokeFailure: v.optional(
    v.pipe(
      v.array(v.picklist(['dev', 'sit'], 'only dev and sit roll back by themselves; prod never does')),
      v.description('Environments whose failed smoke checks roll back by themselves; never prod.'),
    ),
    [],
  ),
});

/** The form of `params/<system>/system.yml`. */
export const systemSchema = v.strictObject({
  system: v.pipe(name, v.description("The system's name; the same as the folder's.")),
  description: v.optional(v.pipe(v.string(), v.description('One line for people.')), ''),
  names: v.optional(
    v.pipe(
      v.array(resourceName),
      v.description(
        'What names of its resources begin with, where that is not the name of the system: CloudFormation gets rights to no others. `slipway bootstrap` hands them on.',
      ),
    ),
    [],
  ),
  stacks: v.pipe(
    v.record(name, stack),
    v.minEntries(1, 'it needs at least one stack'),
    v.description(
      'Stacks by name. A stack is deployed as <system>-<environment>-<name>, after those whose outputs it takes.',
    ),
  ),
  site: v.optional(site),
  smoke: v.optional(
    v.pipe(relativePath, v.description("The smoke profile's file, relative to the repository.")),
  ),
  promotion: v.optional(promotion, {}),
  secrets: v.optional(secretsSchema, {}),
  switches: v.optional(switchesSchema, {}),
});

const tagMessage = 'keys that begin with aws: or slipway: are taken';

/** The form of `params/<system>/<environment>.yml`. */
export const environmentSchema = v.strictObject({
  account: v.pipe(
    v.string(),
    v.regex(/^\d{12}$/, 'it must be the 12 digits of an AWS account, in quotes'),
    v.description('The 12 digits of the AWS account, in quotes.'),
  ),
  regions: v.strictObject({
    home: v.pipe(
      v.string(),
      v.regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'it must be a region such as eu-west-1'),
      v.description('Where the stacks with `region: home` stand.'),
    ),
    edge: v.optional(
      v.pipe(
        v.literal('us-east-1'),
        v.description('CloudFront takes certificates, web ACLs and edge functions from there only.'),
      ),
      'us-east-1',
    ),
  }),
  tags: v.optional(
    v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^(?!aws:|slipway:)/i, tagMessage),
          v.regex(
            /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
            'it must be 1 to 128 letters, digits, spaces and _.:/=+-@',
          ),
        ),
        v.pipe(v.string(), v.maxLength(256, 'it must have at most 256 characters')),
      ),
      v.maxEntries(48, 'it must hold at most 48 tags; CloudFormation takes 50 and Slipway adds two'),
      v.description(
        'Tags of every stack, and so of its resources. Slipway adds slipway:system and slipway:environment.',
      ),
    ),
    {},
  ),
  values: v.optional(
    v.pipe(
      v.record(name, parameters),
      v.description('Stack, then parameter, then value. The keys are the same in all environments.'),
    ),
    {},
  ),
});

export type SystemFile = v.InferOutput<typeof systemSchema>;
