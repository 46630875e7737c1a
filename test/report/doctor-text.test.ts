import { expect, test } from '@jest/globals';
import { ok, unknown, warning, wrong, type Check, type CheckId } from '../../src/doctor/check.ts';
import type { Diagnosis } from '../../src/doctor/diagnose.ts';
import { doctorText } from '../../src/report/doctor-text.ts';
import { plainPaint } from '../../src/report/paint.ts';

const about = (id: CheckId, place: string, where: string, wanted: string) => ({ id, place, where, wanted });
const account = 'account 111111111111';

function diagnosis(checks: readonly Check[]): Diagnosis {
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const counts = {
    ok: count('ok'),
    wrong: count('wrong'),
    warning: count('warning'),
    unknown: count('unknown'),
  };
  return {
    system: 'shop',
    repository: 'acme/shop',
    isHealthy: counts.wrong + counts.unknown === 0,
    counts,
    checks,
  };
}

test('what is good stands on one line a thing; everything else says what, what for, and what to do', () => {
  const text = doctorText(
    diagnosis([
      ok(about('credentials', account, 'dev', 'x'), 'arn:aws:iam::111111111111:user/ada'),
      ok(about('role', account, 'slipway-deploy', 'x'), 'arn'),
      wrong(
        about('role-trust', account, 'slipway-deploy', 'repo:acme/shop:environment:shop-dev'),
        'it lets in everybody',
        'slipway bootstrap shop dev --repository acme/shop',
      ),
      ok(about('role-policies', account, 'slipway-deploy', 'x'), 'x'),
      unknown(about('limit', account, 'stacks in eu-west-1', 'room for 20 more'), 'AccessDenied', null),
      warning(
        about('main-protected', 'acme/shop', 'main', 'nobody pushes past a pull request'),
        'anybody',
        'click',
      ),
    ]),
    plainPaint,
  );
  expect(text).toBe(
    [
      ' doctor  shop   3 good, 1 wrong, 1 warning, 1 not known',
      '',
      ' account 111111111111',
      '   good       dev                  credentials: arn:aws:iam::111111111111:user/ada',
      '   good       slipway-deploy       there, what it may do',
      '   wrong      slipway-deploy       who may take it',
      '              found   it lets in everybody',
      '              wanted  repo:acme/shop:environment:shop-dev',
      '              next    slipway bootstrap shop dev --repository acme/shop',
      '   not known  stacks in eu-west-1  limit',
      '              found   AccessDenied',
      '              wanted  room for 20 more',
      '',
      ' acme/shop',
      '   warning    main                 protection',
      '              found   anybody',
      '              wanted  nobody pushes past a pull request',
      '              next    click',
    ].join('\n'),
  );
});

test('what comes from outside acts on no terminal', () => {
  const text = doctorText(
    diagnosis([
      wrong(about('role-trust', account, 'slipway\u001b[2J', 'x'), 'repo:evil\u202e/x\nnext  rm -rf', null),
    ]),
    plainPaint,
  );
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('\u202e');
  expect(text.split('\n')).toHaveLength(6);
});
