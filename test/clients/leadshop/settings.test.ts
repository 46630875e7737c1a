import { describe, expect, test } from '@jest/globals';
import { AssetSettingError, readSettings } from '../../../clients/leadshop/index.ts';

const least = { LEADSHOP_BUCKET: 'assets', LEADSHOP_REGION: 'us-east-1' };

describe('the settings', () => {
  test('have defaults', () => {
    expect(readSettings(least)).toEqual({
      bucket: 'assets',
      region: 'us-east-1',
      encryption: null,
      fallbackFolder: '.leadshop-pending',
      concurrency: 4,
      attempts: 4,
    });
  });

  test('come from the environment', () => {
    expect(
      readSettings({
        LEADSHOP_BUCKET: 'assets',
        AWS_REGION: 'eu-west-1',
        LEADSHOP_ENCRYPTION: 'aws:kms',
        LEADSHOP_KEY_ARN: 'arn',
        LEADSHOP_FALLBACK_FOLDER: '/var/pending',
        LEADSHOP_CONCURRENCY: '8',
        LEADSHOP_ATTEMPTS: '2',
      }),
    ).toEqual({
      bucket: 'assets',
      region: 'eu-west-1',
      encryption: { algorithm: 'aws:kms', keyArn: 'arn' },
      fallbackFolder: '/var/pending',
      concurrency: 8,
      attempts: 2,
    });
  });

  test.each([
    [{ LEADSHOP_BUCKET: '' }, 'LEADSHOP_BUCKET is not set'],
    [{ LEADSHOP_REGION: undefined }, 'AWS_REGION is not set'],
    [{ LEADSHOP_ENCRYPTION: 'none' }, 'LEADSHOP_ENCRYPTION is "none"; it takes AES256 or aws:kms'],
    [{ LEADSHOP_ENCRYPTION: 'aws:kms' }, 'LEADSHOP_KEY_ARN is not set'],
    [{ LEADSHOP_CONCURRENCY: '0' }, 'LEADSHOP_CONCURRENCY is "0"; it takes a whole number from 1 to 64'],
    [{ LEADSHOP_ATTEMPTS: 'many' }, 'LEADSHOP_ATTEMPTS is "many"; it takes a whole number from 1 to 10'],
  ])('%j is an error that names the variable', (more, message) => {
    expect(() => readSettings({ ...least, ...more })).toThrow(new AssetSettingError(message));
  });
});
