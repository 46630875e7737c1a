import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { listSystems, loadEnvironment, loadEnvironments, loadSystem } from '../../src/config/load.ts';
import { UserErrors } from '../../src/errors/slipway-error.ts';

const system = 'system: shop\nstacks:\n  app: { template: templates/shop/app.yml, region: home }\n';
const environment = (values: string): string =>
  `account: '111111111111'\nregions: { home: eu-west-1 }\nvalues:\n  app: { ${values} }\n`;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-config-'));
  await write({
    'params/shop/system.yml': system,
    'params/shop/dev.yml': environment('Stage: dev'),
    'params/shop/sit.yml': environment('Stage: sit'),
    'params/shop/prod.yml': environment('Stage: prod'),
    'params/notes/readme.md': 'no system here',
    'templates/shop/app.yml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n',
  });
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

describe('systems', () => {
  test('are the folders with a system.yml', async () => {
    expect(await listSystems(root)).toEqual(['shop']);
    expect(await listSystems(join(root, 'templates'))).toEqual([]);
    expect((await loadSystem(root, 'shop')).system).toBe('shop');
  });

  test('an unknown one is an error with the choices', async () => {
    await expect(loadSystem(root, 'shp')).rejects.toMatchObject({
      code: 'SYSTEM_UNKNOWN',
      message: 'There is no system shp; the systems are shop. Did you mean shop?',
    });
    await expect(loadSystem(root, '../shop')).rejects.toMatchObject({ code: 'SYSTEM_UNKNOWN' });
    await expect(loadSystem(join(root, 'templates'), 'shop')).rejects.toMatchObject({
      message: 'There is no system shop: params holds no system.yml',
    });
  });

  test('a template or profile that is not there is named with its line', async () => {
    await write({
      'params/shop/system.yml': `${system.replace('app.yml', 'ap.yml')}smoke: params/shop/smoke.yml\n`,
    });
    const error = await loadSystem(root, 'shop').catch((thrown: unknown) => thrown);
    if (!(error instanceof UserErrors)) throw new Error('two mistakes were expected');
    expect(error.errors.map(({ code, message, at }) => [code, at?.line, message])).toEqual([
      ['CONFIG_FILE_MISSING', 3, 'stacks.app.template names templates/shop/ap.yml, which is not there'],
      ['CONFIG_FILE_MISSING', 4, 'smoke names params/shop/smoke.yml, which is not there'],
    ]);
  });
});

describe('environments', () => {
  test('one is read by its name', async () => {
    const shop = await loadSystem(root, 'shop');
    expect((await loadEnvironment(root, shop, 'sit')).file).toBe('params/shop/sit.yml');
    await expect(loadEnvironment(root, shop, 'prodd')).rejects.toMatchObject({ code: 'ENVIRONMENT_UNKNOWN' });
  });

  test('a file that is not there', async () => {
    const shop = await loadSystem(root, 'shop');
    await rm(join(root, 'params/shop/sit.yml'));
    await expect(loadEnvironment(root, shop, 'sit')).rejects.toMatchObject({
      code: 'CONFIG_FILE_MISSING',
      message: 'There is no params/shop/sit.yml; a system has one file for each of dev, sit, prod',
    });
  });

  test('all three are read in promotion order', async () => {
    const all = await loadEnvironments(root, await loadSystem(root, 'shop'));
    expect(all.map((each) => each.environment)).toEqual(['dev', 'sit', 'prod']);
  });

  test('all three set the same parameters', async () => {
    await write({ 'params/shop/prod.yml': environment('Stage: prod, Size: 3') });
    const error = await loadEnvironments(root, await loadSystem(root, 'shop')).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserErrors)) throw new Error('two mistakes were expected');
    expect(
      error.errors.map(({ code, message, at }) => [code, `${at?.file}:${at?.line}:${at?.column}`, message]),
    ).toEqual([
      [
        'CONFIG_PARAMETER_KEYS',
        'params/shop/dev.yml:4:3',
        'values.app has no Size, which params/shop/prod.yml sets; all environments set the same parameters',
      ],
      [
        'CONFIG_PARAMETER_KEYS',
        'params/shop/sit.yml:4:3',
        'values.app has no Size, which params/shop/prod.yml sets; all environments set the same parameters',
      ],
    ]);
  });
});
