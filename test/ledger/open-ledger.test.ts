import { describe, expect, test } from '@jest/globals';
import { bucket, draft, folder, headKey, recordKey, releaseId, setUp } from './ledger-fixture.ts';

const holder = 'run-1';

describe('an empty ledger', () => {
  test('reads as empty and is not written by reading', async () => {
    const { open, s3 } = setUp();
    expect(await open().readHead()).toMatchObject({ sequence: 0, release: null, state: 'empty', lock: null });
    expect(await open().records({ limit: 10 })).toEqual([]);
    expect(s3.keys(bucket)).toEqual([]);
  });

  test('names the bucket that is not there, and the credentials that may not', async () => {
    const { open, s3 } = setUp();
    s3.failNext('getObject', 'NoSuchBucket', 404);
    await expect(open().readHead()).rejects.toMatchObject({
      code: 'LEDGER_ABSENT',
      message: expect.stringContaining(bucket),
    });
    s3.failNext('getObject', 'AccessDenied', 403);
    await expect(open().readHead()).rejects.toMatchObject({
      code: 'LEDGER_DENIED',
      message: expect.stringContaining(headKey),
    });
  });
});

describe('recording deployments', () => {
  test('numbers them, says what ran before, and keeps overrides and smoke results', async () => {
    const { open } = setUp();
    const overrides = [
      { override: '4be1c02d77a9f310', path: 'storage/PhotosBucket', action: 'replace', by: 'jo' },
    ];
    await open().append({ holder, record: draft('one') });
    const { record, head } = await open().append({ holder, record: draft('two', { overrides }) });
    expect(record).toMatchObject({ sequence: 2, previousRelease: releaseId('one'), overrides });
    expect(head).toMatchObject({
      sequence: 2,
      release: releaseId('two'),
      goodRelease: releaseId('two'),
      state: 'green',
    });
    expect((await open().records({ limit: 10 })).map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect((await open().records({ limit: 1 })).map(({ sequence }) => sequence)).toEqual([2]);
    expect(await open().readHead()).toEqual(head);
  });

  test('a record once written is never written again', async () => {
    const { open, s3 } = setUp();
    await open().append({ holder, record: draft('one') });
    const before = s3.textOf(bucket, recordKey(1));
    await open().append({ holder, record: draft('two') });
    expect(s3.textOf(bucket, recordKey(1))).toBe(before);
  });

  test('two that record at the same time get one number each, whoever is quicker', async () => {
    for (const slower of ['head', 'record'] as const) {
      const { open, s3 } = setUp();
      const takeAway = s3.before('putObject', async (input) => {
        if (!String(input['Key']).includes(slower)) return;
        takeAway();
        await open().append({ holder: 'run-2', record: draft('two') });
      });
      await open().append({ holder, record: draft('one') });
      const records = await open().records({ limit: 10 });
      expect(records.map(({ sequence }) => sequence)).toEqual([2, 1]);
      expect(records.map(({ release }) => release).sort()).toEqual(
        [releaseId('one'), releaseId('two')].sort(),
      );
      expect(await open().readHead()).toMatchObject({ sequence: 2, release: records[0]?.release });
    }
  });

  test('a lost answer to a write that arrived does not count it twice', async () => {
    const { open, s3 } = setUp();
    for (const part of ['records', 'head']) {
      const takeAway = s3.before('putObject', async (input) => {
        if (!String(input['Key']).includes(part)) return;
        takeAway();
        await s3.putObject(input as unknown as Parameters<typeof s3.putObject>[0]);
      });
    }
    const { record, head } = await open().append({ holder, record: draft('one') });
    expect([record.sequence, head.sequence]).toEqual([1, 1]);
    expect(await open().records({ limit: 10 })).toHaveLength(1);
  });

  test('a run killed between record and head loses nothing: the next one takes the record in', async () => {
    const { open, s3 } = setUp();
    await open().append({ holder, record: draft('one') });
    const takeAway = s3.before('putObject', (input) => {
      if (input['Key'] === headKey) throw new Error('killed');
    });
    await expect(open().append({ holder, record: draft('two') })).rejects.toThrow('killed');
    takeAway();
    expect(JSON.parse(s3.textOf(bucket, headKey) ?? '')).toMatchObject({ sequence: 1 });

    expect(await open().readHead()).toMatchObject({ sequence: 2, release: releaseId('two') });
    const { record } = await open().append({ holder: 'run-2', record: draft('three') });
    expect(record).toMatchObject({ sequence: 3, previousRelease: releaseId('two') });
    expect(JSON.parse(s3.textOf(bucket, headKey) ?? '')).toMatchObject({ sequence: 3 });
    expect(await open().records({ limit: 10 })).toHaveLength(3);
  });

  test('a lost head is made again from the records', async () => {
    const { open, s3 } = setUp();
    await open().append({ holder, record: draft('one') });
    const { head } = await open().append({ holder, record: draft('two') });
    await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: [{ Key: headKey }] } });
    expect(await open().readHead()).toEqual(head);
  });

  test('gives up, saying so, where somebody else is always quicker', async () => {
    const { open, s3 } = setUp();
    s3.failNext('putObject', 'ConditionalRequestConflict', 409, 100);
    await expect(open().lock({ holder, release: releaseId('one'), minutes: 30 })).rejects.toMatchObject({
      code: 'LEDGER_CONTENDED',
    });
  });

  test('an entry that is not sound is not written', async () => {
    const { open, s3 } = setUp();
    await expect(
      open().append({ holder, record: draft('one', { finishedAt: 'now' }) }),
    ).rejects.toMatchObject({
      code: 'LEDGER_RECORD',
      message: expect.stringContaining('finishedAt'),
    });
    expect(s3.keys(bucket)).toEqual([]);
  });
});

describe('a damaged ledger', () => {
  test.each([
    ['is empty', ''],
    ['is not JSON', '{"schema": 1,'],
    [
      'state: ',
      JSON.stringify({
        schema: 1,
        system: 'companycam',
        environment: 'dev',
        sequence: 1,
        release: null,
        goodRelease: null,
        since: null,
        state: 'blue',
        lock: null,
      }),
    ],
    ['a newer Slipway', JSON.stringify({ schema: 2, system: 'companycam', environment: 'dev' })],
    [
      'it is of buy-page',
      JSON.stringify({
        schema: 1,
        system: 'buy-page',
        environment: 'dev',
        sequence: 0,
        release: null,
        goodRelease: null,
        since: null,
        state: 'empty',
        lock: null,
      }),
    ],
  ])('head is named with what is wrong (%s), and nothing is changed', async (wrong, text) => {
    const { open, s3 } = setUp();
    s3.plant(bucket, headKey, text);
    const damage = {
      code: 'LEDGER_DAMAGED',
      message: expect.stringContaining(wrong),
      next: expect.stringContaining('list-object-versions'),
    };
    await expect(open().readHead()).rejects.toMatchObject(damage);
    await expect(open().lock({ holder, release: releaseId('one'), minutes: 30 })).rejects.toMatchObject(
      damage,
    );
    await expect(open().append({ holder, record: draft('one') })).rejects.toMatchObject(damage);
    await expect(open().readHead()).rejects.toMatchObject({
      message: expect.stringContaining(`s3://${bucket}/${headKey}`),
    });
    expect(s3.textOf(bucket, headKey)).toBe(text);
    expect(s3.keys(bucket)).toEqual([headKey]);
  });

  test('record is named, be it broken, misplaced or missing', async () => {
    const { open, s3 } = setUp();
    await open().append({ holder, record: draft('one') });
    await open().append({ holder, record: draft('two') });
    const first = s3.textOf(bucket, recordKey(1)) ?? '';
    s3.plant(bucket, recordKey(1), first.replace('"passed": 41', '"passed": "many"'));
    await expect(open().records({ limit: 5 })).rejects.toMatchObject({
      code: 'LEDGER_DAMAGED',
      message: expect.stringMatching(/00000001\.json.*smoke\.passed/),
    });
    s3.plant(bucket, recordKey(1), first.replace('"sequence": 1', '"sequence": 7'));
    await expect(open().records({ limit: 5 })).rejects.toMatchObject({
      message: expect.stringContaining('its sequence is 7'),
    });
    await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: [{ Key: recordKey(1) }] } });
    await expect(open().records({ limit: 5 })).rejects.toMatchObject({
      message: expect.stringContaining('missing'),
    });
    expect(await open().readHead()).toMatchObject({ sequence: 2 });
  });
});

describe('finding a release', () => {
  test('by the beginning of its id, as its newest record', async () => {
    const { open } = setUp();
    await open().append({ holder, record: draft('one', { commit: 'a1' }) });
    await open().append({ holder, record: draft('two') });
    await open().append({ holder, record: draft('one', { kind: 'rollback', commit: 'a2' }) });
    expect(await open().findRelease(releaseId('one').slice(0, 8))).toMatchObject({
      release: releaseId('one'),
      commit: 'a2',
      sequence: 3,
    });
  });

  test('says what there is where none or several begin so', async () => {
    const { open } = setUp();
    const twins = ['abcd'.padEnd(64, '0'), 'abcd'.padEnd(64, '1')];
    for (const release of twins) await open().append({ holder, record: { ...draft('x'), release } });
    await expect(open().findRelease('abcd')).rejects.toMatchObject({
      code: 'RELEASE_AMBIGUOUS',
      message: expect.stringContaining('abcd111111111111'),
    });
    await expect(open().findRelease('99990000')).rejects.toMatchObject({
      code: 'RELEASE_UNKNOWN',
      message: expect.stringContaining('abcd1111'),
    });
    await expect(open().findRelease('abc')).rejects.toMatchObject({ code: 'RELEASE_UNKNOWN' });
    await expect(setUp().open().findRelease('abcd')).rejects.toMatchObject({
      message: expect.stringContaining('nothing has been deployed'),
    });
  });
});

test('the ledger says where it lies', () => {
  expect(setUp().open().location).toBe(`s3://${bucket}/${folder}`);
});
