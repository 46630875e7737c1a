import { UserError } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { environmentNames } from './environment-name.ts';
import type { SecretFile } from './operations-schema.ts';
import type { Checked, FilePath } from './read-checked.ts';
import type { SystemFile } from './schemas.ts';
import type { SecretDefinition, SwitchDefinition } from './system.ts';

/**
 * The secrets of a system's file. Mistakes that a schema can't see go to `errors`: a header that names no field, a field of
 * OAuth that is none of the secret's.
 */
export function readSecrets(file: Checked<SystemFile>, errors: UserError[]): readonly SecretDefinition[] {
  return Object.entries(file.value.secrets).map(([key, secret]) => {
    for (const { path, field } of fieldsNamed(secret)) {
      const choices = secret.fields === undefined ? ['value'] : Object.keys(secret.fields);
      if (choices.includes(field)) continue;
      const hint = suggestion(field, choices) ?? `It has ${choices.join(', ')}.`;
      errors.push(
        new UserError('CONFIG_VALUE', withHint(`secrets.${key} has no field ${field}`, hint), {
          at: file.locate(['secrets', key, ...path]),
        }),
      );
    }
    if (secret.test !== undefined && secret.oauth !== undefined) {
      errors.push(
        new UserError(
          'CONFIG_VALUE',
          `secrets.${key} has test and oauth; a refresh is what tries oauth, so leave test out`,
          {
            at: file.locateKey(['secrets', key, 'test']),
          },
        ),
      );
    }
    const { name, description, region, madeBy, environments, fields, test, oauth } = secret;
    return {
      key,
      name,
      description,
      region,
      madeBy,
      environments: environments ?? environmentNames,
      fields: fields ?? null,
      test: test ?? null,
      oauth: oauth ?? null,
    };
  });
}

function fieldsNamed(secret: SecretFile): readonly { readonly path: FilePath; readonly field: string }[] {
  const inHeaders = Object.entries(secret.test?.headers ?? {}).flatMap(([header, template]) =>
    [...template.matchAll(/\{([^{}]*)\}/g)].map(([, field = '']) => ({
      path: ['test', 'headers', header],
      field,
    })),
  );
  const { oauth } = secret;
  if (oauth === undefined) return inHeaders;
  const ofOAuth = (['clientIdField', 'clientSecretField', 'refreshTokenField'] as const).map((key) => ({
    path: ['oauth', key],
    field: oauth[key],
  }));
  return [...inHeaders, ...ofOAuth];
}

/** The switches of a system's file; one of a stack that is not there goes to `errors`. */
export function readSwitches(file: Checked<SystemFile>, errors: UserError[]): readonly SwitchDefinition[] {
  const stacks = Object.keys(file.value.stacks);
  return Object.entries(file.value.switches).map(([parameter, { stack, description, values }]) => {
    if (!stacks.includes(stack)) {
      const hint = suggestion(stack, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
      errors.push(
        new UserError(
          'CONFIG_VALUE',
          withHint(`switches.${parameter} names the stack ${stack}, which is not there`, hint),
          {
            at: file.locate(['switches', parameter, 'stack']),
          },
        ),
      );
    }
    return { parameter, stack, description, values };
  });
}
