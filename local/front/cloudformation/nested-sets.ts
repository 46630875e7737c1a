import { randomBytes, randomUUID } from 'node:crypto';
import { textAt } from '../xml.ts';
import { evaluate, TemplateProblem, text, type Scope } from './evaluate.ts';
import { fail, failWith, fill, type Inherited } from './fill.ts';
import { isEmptyFailure, pendingSet, type HeldSet } from './held.ts';
import { members, Refusal, type CloudFormation, type Form } from './query.ts';
import { readStack, type StackFacts } from './stack-facts.ts';
import { readTemplate, type Fields } from './template.ts';

/** Change sets to be, one for every nested stack of a set, by logical id. They have their ids before they are made. */
export function plannedSets(
  parent: HeldSet,
  logicalIds: readonly string[],
  facts: StackFacts | undefined,
  inherited: Inherited,
): ReadonlyMap<string, HeldSet> {
  const planned = new Map(
    logicalIds.map((logicalId) => [
      logicalId,
      childOf(parent, logicalId, facts?.physicalIds.get(logicalId), inherited),
    ]),
  );
  parent.children.push(...planned.values());
  return planned;
}

/**
 * Makes the planned change sets, all at once, each with the parameters that the parent gives it. All of them finish even
 * if one fails. A stack that is to be created gets a change set of type CREATE, which leaves nothing behind in the emulator.
 */
export async function makePlannedSets(
  cloudFormation: CloudFormation,
  planned: ReadonlyMap<string, HeldSet>,
  scope: Scope,
  facts: StackFacts | undefined,
  inherited: Inherited,
): Promise<void> {
  await Promise.all(
    [...planned].map(async ([logicalId, child]) => {
      const properties = scope.template.Resources[logicalId]?.Properties ?? {};
      try {
        await makeChild(
          cloudFormation,
          child,
          properties,
          scope,
          facts?.physicalIds.get(logicalId),
          inherited,
        );
      } catch (reason) {
        if (!(reason instanceof TemplateProblem || reason instanceof Refusal)) throw reason;
        fail(child, reason.message);
      }
      if (child.parent !== undefined && child.status === 'FAILED' && !isEmptyFailure(child))
        failWith(child.parent, child);
    }),
  );
}

/** Names of nested change sets and stacks: parent, logical id, random letters and digits (assumed). */
function childOf(
  parent: HeldSet,
  logicalId: string,
  physicalId: string | undefined,
  inherited: Inherited,
): HeldSet {
  const { account, region } = parent;
  const random = randomBytes(6).toString('hex').toUpperCase();
  const name = `${parent.name.slice(0, 80)}-${logicalId.slice(0, 30)}-${random}`;
  const arn = `arn:aws:cloudformation:${region}:${account}`;
  const stackName =
    physicalId?.split('/')[1] ?? `${parent.stackName.slice(0, 80)}-${logicalId.slice(0, 30)}-${random}`;
  return pendingSet({
    id: `${arn}:changeSet/${name}/${randomUUID()}`,
    name,
    account,
    region,
    stackId: physicalId ?? `${arn}:stack/${stackName}/${randomUUID()}`,
    stackName,
    createdAt: inherited.createdAt,
    includeNested: true,
    parent,
    emulatorId: undefined,
    type: physicalId === undefined ? 'CREATE' : 'UPDATE',
  });
}

async function makeChild(
  cloudFormation: CloudFormation,
  child: HeldSet,
  properties: Fields,
  scope: Scope,
  physicalId: string | undefined,
  inherited: Inherited,
): Promise<void> {
  const facts = physicalId === undefined ? undefined : await readStack(cloudFormation, physicalId);
  const url = text(evaluate(properties['TemplateURL'] ?? '', scope));
  child.templateText = await cloudFormation.templateAt(url);
  const given = Object.fromEntries(
    Object.entries(
      (evaluate(properties['Parameters'] ?? {}, scope) ?? {}) as Readonly<
        Record<string, Parameters<typeof text>[0]>
      >,
    ).map(([name, value]) => [name, text(value)]),
  );
  checkParameters(child, given);
  const made = await cloudFormation.call('CreateChangeSet', {
    StackName: physicalId ?? child.stackName,
    ChangeSetName: child.name,
    ChangeSetType: child.type,
    TemplateURL: url,
    ...inherited.capabilities,
    ...members(
      'Parameters',
      Object.entries(given).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    ),
  });
  child.emulatorId = textAt(made, 'Id');
  await fill(cloudFormation, child, facts, inherited);
  if (physicalId === undefined)
    await forgetPlannedStack(cloudFormation, child, textAt(made, 'StackId') ?? child.stackName);
}

/** What CloudFormation checks of the parameters that a nested stack is given. */
function checkParameters(child: HeldSet, given: Form): void {
  const declared = readTemplate(child.templateText).Parameters ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0)
    throw new TemplateProblem(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing = Object.keys(declared).filter(
    (name) => !(name in given) && declared[name]?.Default === undefined,
  );
  if (missing.length > 0) throw new TemplateProblem(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, { Type: type }] of Object.entries(declared)) {
    const value = given[name] ?? '';
    if (type.startsWith('AWS::SSM::Parameter') && value.startsWith('{{IntrinsicFunction:')) {
      throw new TemplateProblem(
        `Unable to fetch parameters [${value}] from parameter store for this account.`,
      );
    }
  }
}

/** On AWS the planned stack stays as REVIEW_IN_PROGRESS; in the emulator it would stand in the real one's way. */
async function forgetPlannedStack(
  cloudFormation: CloudFormation,
  child: HeldSet,
  stackId: string,
): Promise<void> {
  if (child.emulatorId !== undefined)
    await cloudFormation.call('DeleteChangeSet', { ChangeSetName: child.emulatorId });
  child.emulatorId = undefined;
  await cloudFormation.call('DeleteStack', { StackName: stackId });
}
