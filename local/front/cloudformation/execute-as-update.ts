import { textAt } from '../xml.ts';
import type { HeldSet } from './held.ts';
import { members, Refusal, type CloudFormation, type Form } from './query.ts';
import { readTemplate } from './template.ts';

/** Templates that the emulator was given in place of the real ones, by their text; the value is the real text. */
export type Disguises = Map<string, string>;

/**
 * Executes a change set that AWS would execute and the emulator takes for empty: only outputs, conditions or unresolved
 * inputs of nested stacks make its changes. The stack is updated with the same template and parameters; where the
 * emulator sees no update even then, the template gets a mark in its metadata, which GetTemplate hides again.
 */
export async function executeAsUpdate(
  cloudFormation: CloudFormation,
  set: HeldSet,
  request: URLSearchParams,
  disguises: Disguises,
): Promise<void> {
  const update = {
    StackName: set.stackId,
    ...optional(request, 'ClientRequestToken'),
    ...optional(request, 'DisableRollback'),
    ...members('Capabilities', []),
    ...Object.fromEntries(
      set.capabilities.map((capability, index) => [`Capabilities.member.${index + 1}`, capability]),
    ),
    ...members(
      'Parameters',
      set.parameters.map((member) => ({
        ParameterKey: textAt(member, 'ParameterKey') ?? '',
        ParameterValue: textAt(member, 'ParameterValue') ?? '',
      })),
    ),
  };
  try {
    await cloudFormation.call('UpdateStack', { ...update, TemplateBody: set.templateText });
  } catch (reason) {
    if (!(reason instanceof Refusal) || !reason.message.startsWith('No updates are to be performed'))
      throw reason;
    const template = readTemplate(set.templateText);
    const marked = JSON.stringify({
      ...template,
      Metadata: { ...metadataOf(template), SlipwayLocal: set.id },
    });
    disguises.set(marked, set.templateText);
    await cloudFormation.call('UpdateStack', { ...update, TemplateBody: marked });
  }
}

function optional(request: URLSearchParams, name: string): Form {
  const value = request.get(name);
  return value === null ? {} : { [name]: value };
}

function metadataOf(template: object): object {
  return 'Metadata' in template && typeof template.Metadata === 'object' && template.Metadata !== null
    ? template.Metadata
    : {};
}
