import type { StackInstance } from '../../src/config/system.ts';
import { planStack, type PlanStackOptions } from '../../src/plan/plan-stack.ts';
import type { PlannedParameter } from '../../src/plan/plan-parameters.ts';
import type { ResourceChange, StackNode, StackPlan } from '../../src/plan/plan.ts';
import type { Release } from '../../src/release/release.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { canonicalJson } from '../../src/runtime/canonical-json.ts';
import type { Logger } from '../../src/runtime/logger.ts';
import { sha256 } from '../../src/runtime/sha256.ts';
import { FakeChangeSets } from '../fakes/cloudformation/change-sets/fake-change-sets.ts';
import { FakeParameters, FakeSecrets } from '../fakes/secrets-manager/fake-references.ts';
import { FakeDrift } from '../fakes/cloudformation/drift/fake-drift.ts';

/** Templates by file, as data or as YAML; a `TemplateURL` names a file of the same set. */
export type Sources = Readonly<Record<string, Readonly<Record<string, unknown>> | string>>;

const replacements = { 'AWS::S3::Bucket': ['BucketName'], 'AWS::SNS::Topic': ['TopicName'] };

/** One account with a stand-in for CloudFormation, and releases made of templates that a test writes down. */
export function makeWorld() {
  const artifacts = new Map<string, string>();
  const api = new FakeChangeSets({
    texts: (url) => artifacts.get(url.split('/').at(-1) ?? '') ?? '',
    replacements,
  });
  const lines: string[] = [];
  const logger: Logger = {
    info: (line) => lines.push(line),
    warn: (line) => lines.push(line),
    debug: (line) => lines.push(line),
  };
  let time = 0;
  const clock: Clock = {
    now: () => time,
    sleep: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
  };

  const secrets = new FakeSecrets();
  const ssm = new FakeParameters();
  const drift = new FakeDrift(api.store, () => time);

  function release(sources: Sources, root = 'root.yml'): Release {
    const templates: { path: string; sha256: string; size: number }[] = [];
    const pack = (file: string): string => {
      const known = templates.find((each) => each.path === file);
      if (known) return known.sha256;
      const source = sources[file];
      const url = (child: string) =>
        `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${pack(child)}`;
      const text =
        typeof source === 'string'
          ? source.replace(/(?<=TemplateURL: )\S+/g, (child) => `!Sub ${url(child)}`)
          : JSON.stringify(
              source,
              (key, value: unknown) =>
                key === 'TemplateURL' && typeof value === 'string' ? { 'Fn::Sub': url(value) } : value,
              2,
            );
      const digest = sha256(text);
      artifacts.set(digest, text);
      templates.push({ path: file, sha256: digest, size: text.length });
      return digest;
    };
    const template = pack(root);
    const file = { path: 'x', sha256: sha256(''), size: 0 };
    const manifest: Release['manifest'] = {
      schema: 1,
      system: 'photos',
      templates,
      stacks: { app: { template, region: 'home' } },
      functions: [],
      definition: file,
      environments: { dev: file, sit: file, prod: file },
      smoke: null,
      site: null,
    };
    return {
      id: sha256(canonicalJson(manifest)),
      manifest,
      read: (digest) => Promise.resolve(new TextEncoder().encode(artifacts.get(digest) ?? '')),
    };
  }

  const instance: StackInstance = {
    name: 'app',
    stackName: 'photos-dev-app',
    account: '111111111111',
    region: 'eu-west-1',
    template: 'root.yml',
    parameters: {},
    tags: { team: 'photos' },
  };
  let made = 0;

  function optionsFor(
    of: Release,
    parameters: Readonly<Record<string, string | PlannedParameter>> = {},
  ): PlanStackOptions {
    made += 1;
    return {
      instance,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [
          name,
          typeof value === 'string' ? { value, lineage: null, deferred: false, secret: false } : value,
        ]),
      ),
      release: of,
      artifactBucket: 'slipway-artifacts-111111111111-eu-west-1',
      changeSetName: `slipway-run-${made}`,
      api,
      references: {
        secretsManager: () => Promise.resolve(secrets),
        parameterStore: () => Promise.resolve(ssm),
      },
      clock,
      logger,
      jitter: () => 0.5,
    };
  }

  function deploy(of: Release, parameters: Readonly<Record<string, string>> = {}): void {
    const digest = of.manifest.stacks['app']?.template ?? '';
    const given = { ArtifactBucket: 'slipway-artifacts-111111111111-eu-west-1', ...parameters };
    api.store.apply(instance.stackName, artifacts.get(digest) ?? '', given, instance.tags);
  }

  return {
    api,
    clock,
    drift,
    secrets,
    ssm,
    instance,
    lines,
    release,
    deploy,
    optionsFor,
    plan: (
      of: Release,
      parameters?: Readonly<Record<string, string | PlannedParameter>>,
      more: Partial<PlanStackOptions> = {},
    ): Promise<StackPlan> => planStack({ ...optionsFor(of, parameters), ...more }),
  };
}

/** Every change of a plan as `path/LogicalId action [property…]`, to compare at a glance. */
export function shown(plan: StackPlan): readonly string[] {
  return allChanges(plan).map(({ path, change }) => {
    const replacement = change.replacement === 'never' ? '' : ` replacement:${change.replacement}`;
    const sure = change.certainty === 'certain' ? '' : ' possible';
    const properties = change.properties.map(({ path: name }) => name).join(',');
    return `${[...path, change.logicalId].join('/')} ${change.action}${replacement}${sure}${properties === '' ? '' : ` ${properties}`}`;
  });
}

function allChanges(plan: StackPlan): readonly { path: readonly string[]; change: ResourceChange }[] {
  return allNodes(plan.root).flatMap((node) => node.changes.map((change) => ({ path: node.path, change })));
}

export function changeOf(plan: StackPlan, at: string): ResourceChange {
  const found = allChanges(plan).find(({ path, change }) => [...path, change.logicalId].join('/') === at);
  if (!found) throw new Error(`no change of ${at} in ${shown(plan).join('; ')}`);
  return found.change;
}

export function nodeOf(plan: StackPlan, at: string): StackNode {
  const found = allNodes(plan.root).find((node) => node.path.join('/') === at);
  if (!found) throw new Error(`no stack ${at}`);
  return found;
}

export function allNodes(node: StackNode): readonly StackNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}
