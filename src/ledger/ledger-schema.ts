import * as v from 'valibot';
import { environmentNames } from '../config/environment-name.ts';
import type { LedgerHead, LedgerRecord } from './ledger.ts';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in 64 hex digits'));
const moment = v.pipe(v.string(), v.isoTimestamp('is not a time in ISO 8601'));
const count = v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(0, 'is negative'));
const common = {
  schema: v.literal(1, 'is not 1: a newer Slipway wrote it, or something else did'),
  system: v.string(),
  environment: v.picklist(environmentNames),
};

const recordSchema = v.strictObject({
  ...common,
  sequence: v.pipe(count, v.minValue(1, 'is not 1 or more')),
  kind: v.picklist(['deploy', 'rollback', 'switch', 'tear-down']),
  release: digest,
  previousRelease: v.nullable(digest),
  fingerprint: digest,
  outcome: v.picklist([
    'succeeded',
    'no-changes',
    'deploy-failed',
    'site-failed',
    'smoke-failed',
    'interrupted',
    'torn-down',
    'tear-down-failed',
  ]),
  startedAt: moment,
  finishedAt: moment,
  by: v.string(),
  commit: v.nullable(v.string()),
  overrides: v.array(
    v.strictObject({ override: v.string(), path: v.string(), action: v.string(), by: v.string() }),
  ),
  smoke: v.nullable(
    v.strictObject({ passed: count, failed: count, notEnforceable: count, failures: v.array(v.string()) }),
  ),
  cause: v.nullable(v.string()),
  partial: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<LedgerRecord>;

const headSchema = v.strictObject({
  ...common,
  sequence: count,
  release: v.nullable(digest),
  goodRelease: v.nullable(digest),
  since: v.nullable(moment),
  state: v.picklist(['empty', 'green', 'red']),
  lock: v.nullable(v.strictObject({ holder: v.string(), release: v.string(), since: moment, until: moment })),
}) satisfies v.GenericSchema<LedgerHead>;

/** An entry that was read, or what is wrong with it in plain words. */
export type Parsed<Entry> = { readonly entry: Entry } | { readonly wrong: string };

export function parseRecord(text: string): Parsed<LedgerRecord> {
  return parse(recordSchema, text);
}

export function parseHead(text: string): Parsed<LedgerHead> {
  return parse(headSchema, text);
}

function parse<Entry>(schema: v.GenericSchema<Entry>, text: string): Parsed<Entry> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: text.trim() === '' ? 'it is empty' : 'it is not JSON' };
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { entry: result.output };
  const wrong = result.issues.slice(0, 3).map((issue) => {
    const field = v.getDotPath(issue);
    return field === null ? issue.message : `${field}: ${issue.message}`;
  });
  return { wrong: wrong.join('; ') };
}
