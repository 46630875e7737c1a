import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fullDiff, ResourceImpact, type ResourceDifference } from '@aws-cdk/cloudformation-diff';
import { expect, test } from '@jest/globals';
import { listSystems, loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { stackInstances } from '../../src/config/stack-instances.ts';
import { worse } from '../../src/plan/change-details.ts';
import type { Replacement, ResourceChange, StackNode } from '../../src/plan/plan.ts';
import { staticStacks, type StaticStack } from '../../src/plan/static-stacks.ts';
import { packagedSide } from '../../src/source-changes/packaged-side.ts';
import type { SourceTree } from '../../src/source-changes/source-tree.ts';
import type { TemplateBody, TemplateResource, TemplateTree } from '../../src/template/template.ts';

const root = join(import.meta.dirname, '../..');
const sources: SourceTree = {
  name: 'the working tree',
  read: (file) => readFile(join(root, file), 'utf8'),
  files: () => Promise.resolve(new Set()),
};

/** Where both are right by what they know, or ours is the stricter one; what is compared, and what ours and theirs say. */
const expected = [
  // The schema of a budget says that both replace under conditions; the reference says never and always.
  'Budgets::Budget Budget: conditional, never',
  'Budgets::Budget NotificationsWithSubscribers: conditional, always',
  // The schema: under conditions.
  'DynamoDB::Table KeySchema: conditional, always',
  // Holds state, and its schema calls nothing create-only: any change may replace it.
  'KMS::Key Description: conditional, never',
  'KMS::Key EnableKeyRotation: conditional, never',
  'KMS::Key KeyPolicy: conditional, never',
  'KMS::Key PendingWindowInDays: conditional, never',
  // The schema calls a part create-only (the type of the check, the template's name), and that part changes.
  'Route53::HealthCheck HealthCheckConfig: always, never',
  'SES::ConfigurationSetEventDestination EventDestination: conditional, never',
  'SES::Template Template: always, never',
];

/** Policies without a document, at which cloudformation-diff throws. */
const thrown = ['S3::BucketPolicy', 'SNS::TopicPolicy', 'SQS::QueuePolicy'];

interface Mutant {
  readonly name: string;
  readonly property: string | null;
  /** `null`: the resource is removed. */
  readonly resource: TemplateResource | null;
}

function mutants(resource: TemplateResource): readonly Mutant[] {
  const type = resource.Type.replace('AWS::', '');
  const { DeletionPolicy: policy, Properties: properties = {} } = resource;
  const policies = { ...resource, DeletionPolicy: policy === 'Retain' ? 'Delete' : 'Retain' };
  const found: Mutant[] = [{ name: `${type} policy`, property: 'DeletionPolicy', resource: policies }];
  if (type === 'CloudFormation::Stack') return found;
  found.push({ name: `${type} removed`, property: null, resource: null });
  for (const [property, value] of Object.entries(properties)) {
    const rest = without(properties, property);
    const changed = { ...resource, Properties: { ...properties, [property]: other(value) } };
    found.push({ name: `${type} ${property}`, property, resource: changed });
    found.push({
      name: `${type} ${property} dropped`,
      property,
      resource: { ...resource, Properties: rest },
    });
  }
  return found;
}

function without<T>(entries: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([each]) => each !== key));
}

/** A value of the same form that differs in its first scalar. */
function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value))
    return [value.length === 0 ? 'x' : other(value[0]), ...(value.slice(1) as unknown[])];
  if (typeof value !== 'object' || value === null) return 'x';
  const [key, ...more] = Object.keys(value);
  if (key === undefined) return { X: 'x' };
  if (more.length === 0 && /^(?:Ref|Fn::\w+)$/.test(key)) return 'another';
  return { ...value, [key]: other((value as Record<string, unknown>)[key]) };
}

function withBody(tree: TemplateTree, path: readonly string[], body: TemplateBody): TemplateTree {
  const [id, ...rest] = path;
  if (id === undefined) return { ...tree, template: { ...tree.template, body } };
  const child = tree.children.get(id);
  if (child === undefined) throw new Error(`no ${id}`);
  return { ...tree, children: new Map(tree.children).set(id, withBody(child, rest, body)) };
}

function nested(
  tree: TemplateTree,
  path: readonly string[] = [],
): readonly (readonly [TemplateTree, readonly string[]])[] {
  return [[tree, path], ...[...tree.children].flatMap(([id, child]) => nested(child, [...path, id]))];
}

function changesAt(node: StackNode, path: readonly string[]): readonly ResourceChange[] {
  const found = path.reduce<StackNode | undefined>(
    (each, id) => each?.children.find((child) => child.path.at(-1) === id),
    node,
  );
  return found?.changes ?? [];
}

const impact = (by: ResourceImpact | undefined): Replacement => {
  if (by === ResourceImpact.WILL_REPLACE) return 'always';
  return by === ResourceImpact.MAY_REPLACE ? 'conditional' : 'never';
};

/** Theirs by logical id; `null` where it throws. */
function theirs(before: TemplateBody, after: TemplateBody): ReadonlyMap<string, ResourceDifference> | null {
  const found = new Map<string, ResourceDifference>();
  try {
    fullDiff(before, after).resources.forEachDifference((id, difference) => found.set(id, difference));
  } catch {
    return null;
  }
  return found;
}

/** What differs between both readings of one mutant, as far as something does. */
function compare(
  logicalId: string,
  { name, property }: Mutant,
  ours: readonly ResourceChange[],
  their: ReadonlyMap<string, ResourceDifference>,
): readonly string[] {
  const [mine, difference] = [ours.find((each) => each.logicalId === logicalId), their.get(logicalId)];
  if (mine === undefined || difference === undefined) return [`${name}: not told`];
  const also = ours.filter((each) => !their.has(each.logicalId) && each.certainty === 'certain');
  const differences = also.map((each) => `${name}: ours also ${each.logicalId}`);
  if (property === null) {
    if (mine.action !== 'remove' || !difference.isRemoval) differences.push(`${name}: no removal`);
    return differences;
  }
  const own = new Set(mine.properties.map(({ path }) => path.split('.')[0] ?? ''));
  const given = [...Object.keys(difference.propertyUpdates), ...Object.keys(difference.otherChanges)];
  if ([...own].sort().join() !== given.sort().join())
    differences.push(`${name}: ${[...own].join()}, ${given.join()}`);
  const replacement = mine.properties.map((each) => each.replacement).reduce(worse, 'never');
  const update = impact(difference.propertyUpdates[property]?.changeImpact);
  if (replacement !== update) differences.push(`${name}: ${replacement}, ${update}`);
  return differences;
}

test('every property of every type in every system reads as cloudformation-diff reads it', async () => {
  const seen = new Set<string>();
  const differences = new Set<string>();
  const threw = new Set<string>();
  let compared = 0;
  for (const name of await listSystems(root)) {
    const system = await loadSystem(root, name);
    const environment = await loadEnvironment(root, system, 'prod');
    const earlier: StaticStack[] = [];
    for (const instance of stackInstances(system, environment)) {
      const before = {
        instance,
        ...(await packagedSide(sources, instance.template, (folder) => Promise.resolve(folder))),
      };
      for (const [{ template }, path] of nested(before.tree)) {
        const { body } = template;
        for (const [logicalId, resource] of Object.entries(body.Resources)) {
          for (const mutant of mutants(resource)) {
            if (seen.has(mutant.name)) continue;
            const resources =
              mutant.resource === null
                ? without(body.Resources, logicalId)
                : { ...body.Resources, [logicalId]: mutant.resource };
            const changed = { ...body, Resources: resources };
            const after = { instance, tree: withBody(before.tree, path, changed), sha256: 'f'.repeat(64) };
            const plan = staticStacks([...earlier, { before, after }]).at(-1);
            const ours = plan === undefined ? [] : changesAt(plan.root, path);
            // not there in prod: then another system's, or another one of its kind, may show it
            if (!ours.some((each) => each.logicalId === logicalId)) break;
            seen.add(mutant.name);
            const their = theirs(body, changed);
            if (their === null) {
              threw.add(mutant.name.split(' ')[0] ?? '');
              continue;
            }
            compared += 1;
            for (const each of compare(logicalId, mutant, ours, their))
              differences.add(each.replace(' dropped:', ':'));
          }
        }
      }
      earlier.push({ before, after: before });
    }
  }
  expect([...differences].sort()).toEqual(expected);
  expect([...threw].sort()).toEqual(thrown);
  expect(compared).toBeGreaterThan(500);
}, 180_000);
