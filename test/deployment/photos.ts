import type { Release, ReleasedFile, ReleaseManifest, SiteFile } from '../../src/release/release.ts';
import { manifestBytes } from '../../src/release/manifest.ts';
import { sha256 } from '../../src/runtime/sha256.ts';

export interface Version {
  /** A property of the function in the nested stack. */
  readonly memory?: number;
  /** The edge stack's output, on which a parameter of `app` waits. */
  readonly logs?: string;
  /** The code of a function in `edge`, a numbered version of which `app` hands on to its nested stack. */
  readonly edgeFunction?: string;
  /** Leaves the nested bucket out, which destroys it. */
  readonly withoutBucket?: boolean;
  /** A text of the site. */
  readonly text?: string;
  /** The output of `app` that the smoke profile names. */
  readonly smokeOutput?: string;
  /** Changes nothing that is deployed, and the release's id all the same. */
  readonly description?: string;
  /** The value of a `NoEcho` parameter of `app`, which goes into a resource and into the output `Login`. */
  readonly password?: string;
  /** The value of a `NoEcho` parameter of `edge`, whose output feeds a plain parameter of `app`, and from there the function. */
  readonly token?: string;
  /** Where that value comes from instead: a parameter of `edge` that is no `NoEcho` one, or a value of `app` itself. */
  readonly tokenFrom?: 'open-edge' | 'value';
  /** Dev goes back by itself when its smoke checks fail. */
  readonly goesBack?: boolean;
  /** It has a switch, `Incident`, which names a topic; and `Stage` is one by mistake, for it names a bucket. */
  readonly switches?: boolean;
}

export const accounts = { dev: '111111111111', sit: '222222222222', prod: '333333333333' };
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/**
 * A release of a small system with everything that a deployment touches: `edge` in us-east-1 gives a bucket's name to
 * `app`, which nests a bucket and a function; a site; a smoke profile of the site.
 * @returns the release, and the bytes of each of its artifacts by digest, the manifest's among them
 */
export function photos(version: Version = {}): {
  release: Release;
  artifacts: ReadonlyMap<string, Uint8Array>;
} {
  const artifacts = new Map<string, Uint8Array>();
  const add = (path: string, text: string): ReleasedFile => {
    const bytes = new TextEncoder().encode(text);
    const digest = sha256(bytes);
    artifacts.set(digest, bytes);
    return { path, sha256: digest, size: bytes.length };
  };
  const addTemplate = (path: string, body: unknown): ReleasedFile => add(path, JSON.stringify(body, null, 2));
  const storage = addTemplate('templates/modules/storage.yml', storageTemplate(version));
  const api = addTemplate('templates/modules/api.yml', apiTemplate(version));
  const app = addTemplate('templates/photos/app.yml', appTemplate(storage, api, version));
  const edge = addTemplate('templates/photos/edge.yml', edgeTemplate(version));
  const site = Object.entries(siteFiles(version)).map(([path, text]): SiteFile => ({
    ...add(path, text),
    contentType: types[path.split('.').at(-1) ?? ''] ?? '',
    cacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }));
  const environment = (name: keyof typeof accounts): ReleasedFile =>
    add(
      `params/photos/${name}.yml`,
      `account: '${accounts[name]}'
regions: { home: eu-west-1, edge: us-east-1 }
values:
${version.token === undefined || version.tokenFrom === 'value' ? '' : `  edge: { Token: ${version.token} }\n`}  app: { Stage: ${name}${version.tokenFrom === 'value' ? `, Token: ${version.token ?? ''}` : ''}${version.password === undefined ? '' : `, Password: ${version.password}`}${version.switches === true ? ", Incident: 'off'" : ''} }
`,
    );
  const manifest: ReleaseManifest = {
    schema: 1,
    system: 'photos',
    templates: [storage, api, app, edge],
    stacks: {
      edge: { template: edge.sha256, region: 'edge' },
      app: { template: app.sha256, region: 'home' },
    },
    functions: [],
    definition: add('params/photos/system.yml', definition(version)),
    environments: {
      dev: environment('dev'),
      sit: environment('sit'),
      prod: environment('prod'),
    },
    smoke: add(
      'params/photos/smoke.yml',
      `title: photos\nseconds: 600\nsite: { url: '\${app.${version.smokeOutput ?? 'SiteUrl'}}', deepLink: /albums }\n`,
    ),
    site,
  };
  const bytes = manifestBytes(manifest);
  const id = sha256(bytes);
  artifacts.set(id, bytes);
  const release: Release = {
    id,
    manifest,
    read: (digest) => Promise.resolve(artifacts.get(digest) ?? new Uint8Array()),
  };
  return { release, artifacts };
}

function definition(version: Version): string {
  const { description = 'Photos', goesBack = false, switches = false, edgeFunction } = version;
  const token = version.tokenFrom === 'value' ? undefined : version.token;
  return `system: photos
description: ${description}
stacks:
  edge: { template: templates/photos/edge.yml, region: edge }
  app:
    template: templates/photos/app.yml
    region: home
    parameters: { LogBucket: '\${edge.LogBucket}'${token === undefined ? '' : ", Token: '${edge.Token}'"}${edgeFunction === undefined ? '' : ", EdgeFunction: '${edge.FunctionVersionArn}'"} }
site:
  build: site/dist
  bucket: \${app.SiteBucket}
  distribution: E1
  url: \${app.SiteUrl}
  config: { logs: '\${edge.LogBucket}' }
smoke: params/photos/smoke.yml
promotion: { approval: [prod], rollBackOnSmokeFailure: [${goesBack ? 'dev' : ''}] }
${switches ? 'switches:\n  Incident: { stack: app, description: Shuts it }\n  Stage: { stack: app, description: By mistake, values: [prod, locked] }\n' : ''}`;
}

function siteFiles({ text = 'one' }: Version): Readonly<Record<string, string>> {
  const asset = `assets/main-${sha256(text).slice(0, 8)}.js`;
  return {
    'index.html': `<!doctype html><title>Photos</title><script type="module" src="/${asset}"></script>`,
    [asset]: `console.log('${text}')`,
  };
}

const nested = (file: ReleasedFile, parameters: object): object => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: {
    TemplateURL: {
      'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${file.sha256}`,
    },
    Parameters: parameters,
  },
});

const appTemplate = (
  storage: ReleasedFile,
  api: ReleasedFile,
  { password, token, edgeFunction, switches = false }: Version,
): object => ({
  Parameters: {
    ArtifactBucket: { Type: 'String' },
    Stage: { Type: 'String' },
    LogBucket: { Type: 'String' },
    ...(token === undefined ? {} : { Token: { Type: 'String' } }),
    ...(edgeFunction === undefined ? {} : { EdgeFunction: { Type: 'String' } }),
    ...(password === undefined ? {} : { Password: { Type: 'String', NoEcho: true } }),
    ...(switches ? { Incident: { Type: 'String' } } : {}),
  },
  Resources: {
    ...(switches
      ? { State: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Incident' } } } }
      : {}),
    ...(password === undefined
      ? {}
      : { Login: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Password' } } } }),
    Storage: nested(storage, { Stage: { Ref: 'Stage' } }),
    Api: nested(api, {
      LogBucket: { Ref: 'LogBucket' },
      ...(token === undefined ? {} : { Token: { Ref: 'Token' } }),
      ...(edgeFunction === undefined ? {} : { EdgeFunction: { Ref: 'EdgeFunction' } }),
    }),
  },
  Outputs: {
    SiteBucket: { Value: { 'Fn::Sub': 'photos-site-${Stage}' } },
    SiteUrl: { Value: { 'Fn::Sub': 'https://photos-${Stage}.example' } },
    ...(password === undefined ? {} : { Login: { Value: { 'Fn::Sub': 'photos:${Password}' } } }),
  },
});

const storageTemplate = ({ withoutBucket = false }: Version): object => ({
  Parameters: { Stage: { Type: 'String' } },
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Stage' } } },
    ...(withoutBucket
      ? {}
      : {
          Photos: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'photos-${Stage}' } } },
        }),
  },
});

const apiTemplate = ({ memory = 256, token, edgeFunction }: Version): object => ({
  Parameters: {
    LogBucket: { Type: 'String' },
    ...(token === undefined ? {} : { Token: { Type: 'String' } }),
    ...(edgeFunction === undefined ? {} : { EdgeFunction: { Type: 'String' } }),
  },
  Resources: {
    Presign: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        MemorySize: memory,
        Environment: {
          Variables: {
            LOGS: { Ref: 'LogBucket' },
            ...(token === undefined ? {} : { TOKEN: { 'Fn::Sub': 'bearer ${Token}' } }),
            ...(edgeFunction === undefined ? {} : { EDGE: { Ref: 'EdgeFunction' } }),
          },
        },
      },
    },
  },
});

/** As packaging makes it: the version's logical id ends in the digest of what it is a version of. */
const versionId = (code: string): string => `FunctionVersion${sha256(code).slice(0, 8)}`;

const edgeTemplate = (version: Version): object => {
  const { logs = 'photos-logs', edgeFunction, tokenFrom } = version;
  const token = tokenFrom === 'value' ? undefined : version.token;
  const hidden = tokenFrom === 'open-edge' ? {} : { NoEcho: true };
  return {
    ...(token === undefined ? {} : { Parameters: { Token: { Type: 'String', ...hidden } } }),
    Resources: {
      Access: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: logs } },
      ...(edgeFunction === undefined
        ? {}
        : {
            Function: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: edgeFunction } } },
            [versionId(edgeFunction)]: {
              Type: 'AWS::Lambda::Version',
              Properties: { FunctionName: { Ref: 'Function' } },
            },
          }),
    },
    Outputs: {
      LogBucket: { Value: logs },
      ...(token === undefined ? {} : { Token: { Value: { 'Fn::Sub': 'token-${Token}' } } }),
      ...(edgeFunction === undefined
        ? {}
        : { FunctionVersionArn: { Value: { Ref: versionId(edgeFunction) } } }),
    },
  };
};
