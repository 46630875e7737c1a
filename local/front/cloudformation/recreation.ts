import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Change, Detail } from './held.ts';

export type Requirement = 'Always' | 'Conditionally' | 'Never';

/** Whether a change of a property replaces its resource; `undefined` for a type without a schema. */
export type Recreation = (type: string, path: string) => Requirement | undefined;

interface Schema {
  readonly createOnlyProperties?: readonly string[];
  readonly conditionalCreateOnlyProperties?: readonly string[];
}

/**
 * Reads it from CloudFormation's resource schemas (`createOnlyProperties`,
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html) as cfn-lint carries them
 * beside the emulator. Without cfn-lint nothing is known and the emulator's own word stands.
 */
export function recreationBeside(python: string): Recreation {
  const folders = globSync(
    join(dirname(resolve(python)), '../lib/python3.*/site-packages/cfnlint/data/schemas'),
  );
  const folder = folders[0];
  const index = folder === undefined ? '' : join(folder, 'providers/us-east-1.json');
  if (folder === undefined || !existsSync(index)) return () => undefined;
  const digests = JSON.parse(readFileSync(index, 'utf8')) as Readonly<Record<string, string>>;
  const schemas = new Map<string, Schema>();
  const schemaOf = (type: string): Schema | undefined => {
    const digest = digests[type];
    if (digest === undefined) return undefined;
    const known = schemas.get(type);
    if (known !== undefined) return known;
    const schema = JSON.parse(readFileSync(join(folder, 'resources', `${digest}.json`), 'utf8')) as Schema;
    schemas.set(type, schema);
    return schema;
  };
  return (type, path) => {
    const schema = schemaOf(type);
    return schema === undefined ? undefined : requirementOf(schema, path);
  };
}

/** @param path `/Properties/Name` or deeper; of a property that is create-only in part alone it says `Conditionally` */
export function requirementOf(schema: Schema, path: string): Requirement {
  const wanted = path.split('/').slice(2);
  const matches = (pointers: readonly string[] | undefined): 'whole' | 'part' | undefined => {
    const kinds = (pointers ?? []).map((pointer) => {
      const parts = pointer.split('/').slice(2);
      const common = Math.min(parts.length, wanted.length);
      const same = parts.slice(0, common).every((part, index) => part === '*' || part === wanted[index]);
      if (!same) return undefined;
      return parts.length <= wanted.length ? ('whole' as const) : ('part' as const);
    });
    return kinds.includes('whole') ? 'whole' : kinds.includes('part') ? 'part' : undefined;
  };
  const always = matches(schema.createOnlyProperties);
  if (always === 'whole') return 'Always';
  if (always === 'part' || matches(schema.conditionalCreateOnlyProperties) !== undefined)
    return 'Conditionally';
  return 'Never';
}

/**
 * The changes with what the schemas say about replacement, and without the details that the emulator derived from its
 * own guess: a reference to a resource that is not replaced, an attribute of one that does not change.
 */
export function withRecreation(changes: readonly Change[], recreation: Recreation): readonly Change[] {
  let current = changes.map((change) => corrected(change, recreation));
  for (;;) {
    const replacements = new Map(
      current.map(({ logicalId, action, replacement }) => [
        logicalId,
        action === 'Modify' ? (replacement ?? 'False') : 'True',
      ]),
    );
    const next = current.flatMap((change) => {
      if (change.action !== 'Modify') return [change];
      const details = change.details.filter((detail) => hasCause(detail, replacements));
      if (details.length === change.details.length) return [change];
      return details.length === 0 ? [] : [{ ...change, details, replacement: replacementOf(details) }];
    });
    const count = (list: readonly Change[]): number =>
      list.reduce((sum, { details }) => sum + details.length, list.length);
    if (count(next) === count(current)) return next;
    current = next;
  }
}

function hasCause(
  { changeSource, causingEntity = '' }: Detail,
  replacements: ReadonlyMap<string, string>,
): boolean {
  const resource = causingEntity.split('.')[0] ?? '';
  if (changeSource === 'ResourceReference') return (replacements.get(resource) ?? 'False') !== 'False';
  if (changeSource === 'ResourceAttribute') return replacements.has(resource);
  return true;
}

function corrected(change: Change, recreation: Recreation): Change {
  if (change.action !== 'Modify') return change;
  const details = change.details.map((detail) => {
    if (detail.attribute !== 'Properties' || detail.name === undefined) return detail;
    const requirement = recreation(change.type, detail.path ?? `/Properties/${detail.name}`);
    return requirement === undefined ? detail : { ...detail, requiresRecreation: requirement };
  });
  // Without details the type itself changes, which always replaces.
  return {
    ...change,
    details,
    replacement: details.length === 0 ? change.replacement : replacementOf(details),
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html, Replacement */
function replacementOf(details: readonly Detail[]): string {
  const needed = details.filter(
    ({ requiresRecreation }) => requiresRecreation === 'Always' || requiresRecreation === 'Conditionally',
  );
  if (
    needed.some(
      ({ requiresRecreation, evaluation }) => requiresRecreation === 'Always' && evaluation === 'Static',
    )
  )
    return 'True';
  return needed.length > 0 ? 'Conditional' : 'False';
}
