import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { environmentNames } from '../../src/config/environment-name.ts';
import { listSystems, loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { secretsOf } from '../../src/secrets/find-secret.ts';
import { parseTemplate } from '../../src/template/parse-template.ts';
import { deployedSystem, root } from './evaluated.ts';

const systems = await Promise.all((await listSystems(root)).map((name) => loadSystem(root, name)));
const places = systems.flatMap((system) =>
  environmentNames.map((environment) => [system.system, environment, system] as const),
);
/** Templates make them empty, and a function writes them. */
const written = /-access-token-(?:dev|sit|prod)$/;

describe.each(places)('%s %s', (name, environment, system) => {
  test('makes each secret that people bring, empty, and no other without a value', async () => {
    const definition = await loadEnvironment(root, system, environment);
    const made = (await deployedSystem(name, environment)).filter(({ type }) => type === 'AWS::SecretsManager::Secret');
    const empty = made.filter(({ properties }) => properties['SecretString'] === undefined && properties['GenerateSecretString'] === undefined);
    const names = empty.map(({ properties }) => String(properties['Name'])).filter((id) => !written.test(id));
    const declared = secretsOf(system, definition).filter(({ definition: each }) => each.madeBy === 'template');
    expect(names.sort()).toEqual(declared.map(({ id }) => id).sort());
  });
});

describe.each(systems.map((system) => [system.system, system] as const))('%s', (name, system) => {
  test('declares the secrets that its smoke checks read, for a person to make', () => {
    const profile = system.smoke === null ? '' : readFileSync(`${root}${system.smoke}`, 'utf8');
    // buy-page's is made with the hashes that the edge reads: scripts/edge/set-credential.ts
    const read = [...profile.matchAll(/slipway\/[a-z-]+\/(?!basic-auth)[a-z-]+/g)].map(([id]) => id);
    const declared = system.secrets.filter(({ madeBy }) => madeBy === 'person').map((each) => each.name);
    expect([...new Set(read)].sort()).toEqual([...declared].sort());
    expect(declared.every((id) => id.startsWith(`slipway/${name}/`))).toBe(true);
  });
});

test.each(
  systems.flatMap((system) => system.switches.map((each) => [system.system, each.parameter, system, each] as const)),
)('%s has the switch %s as a parameter of its stack, off in every file', async (_, parameter, system, definition) => {
  const template = system.stacks.find(({ name }) => name === definition.stack)?.template ?? '';
  const { body } = parseTemplate(readFileSync(`${root}${template}`, 'utf8'), template);
  expect(body.Parameters?.[parameter]?.AllowedValues).toEqual(definition.values);
  for (const environment of environmentNames) {
    const { values } = await loadEnvironment(root, system, environment);
    expect(values[definition.stack]?.[parameter]).toEqual({ kind: 'literal', value: 'off' });
  }
});
