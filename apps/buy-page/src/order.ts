/** What can be bought. Prices are a month's, in cents. */
export const plans = {
  starter: { name: 'Starter', cents: 900, holds: 'One project' },
  team: { name: 'Team', cents: 2900, holds: 'Ten projects and shared review' },
  studio: { name: 'Studio', cents: 7900, holds: 'Any number of projects' },
} as const;

export type PlanId = keyof typeof plans;

export interface Order {
  readonly plan: PlanId;
  /** 1 to `mostSeats`. */
  readonly seats: number;
  readonly yearly: boolean;
}

export const mostSeats = 500;

export function isPlan(text: string): text is PlanId {
  return Object.hasOwn(plans, text);
}

/** Seats as somebody typed them; `null` where that is no whole number from 1 to `mostSeats`. */
export function seatsOf(text: string): number | null {
  const seats = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return seats >= 1 && seats <= mostSeats ? seats : null;
}

/** In cents: a month's price, or a year's, of which two months are free. */
export function total({ plan, seats, yearly }: Order): number {
  return plans[plan].cents * seats * (yearly ? 10 : 1);
}

export function money(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}
