import { UserError } from '../errors/slipway-error.ts';

/**
 * The moment that a text names, in milliseconds since the epoch: ISO 8601 with a time zone (`2026-11-20T09:30:00Z`), or how long
 * ago (`90m`, `6h`, `2d`).
 * @throws UserError RESTORE_MOMENT for anything else, and for a moment that is still to come
 */
export function parseMoment(text: string, now: number): number {
  const [, amount, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return now - Number(amount) * milliseconds(unit);
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(moment)) {
    throw new UserError(
      'RESTORE_MOMENT',
      `--as-of is "${text}"; it takes a time with its zone, as 2026-11-20T09:30:00Z, or how long ago, as 90m, 6h or 2d`,
    );
  }
  if (moment > now) throw new UserError('RESTORE_MOMENT', `--as-of is "${text}", which is still to come`);
  return moment;
}

function milliseconds(unit: string): number {
  return { m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? Number.NaN;
}
