import { element } from './element.ts';
import { isPlan, money, mostSeats, plans, seatsOf, total, type Order } from './order.ts';

/** The route `/buy`: choose a plan, see its price. Nothing is sent anywhere. */
export function buyPage(): Node {
  const plan = element(
    'select',
    { id: 'plan', name: 'plan', 'data-testid': 'plan' },
    ...Object.entries(plans).map(([id, { name, holds }]) =>
      element('option', { value: id }, `${name}: ${holds}`),
    ),
  );
  const seats = element('input', {
    id: 'seats',
    name: 'seats',
    inputmode: 'numeric',
    value: '1',
    autocomplete: 'off',
    'data-testid': 'seats',
  });
  const yearly = element('input', { id: 'yearly', name: 'yearly', type: 'checkbox' });
  const price = element('output', { for: 'plan seats yearly', 'data-testid': 'price' });
  const form = element(
    'form',
    { class: 'card' },
    element('h1', {}, 'Buy'),
    element('label', { for: 'plan' }, 'Plan'),
    plan,
    element('label', { for: 'seats' }, 'Seats'),
    seats,
    element('label', { for: 'yearly', class: 'check' }, yearly, 'Pay for a year, two months free'),
    element('p', { class: 'price' }, price),
  );
  const show = (): void => {
    const order = orderOf(plan.value, seats.value, yearly.checked);
    seats.setAttribute('aria-invalid', order === null ? 'true' : 'false');
    price.textContent =
      order === null
        ? `Seats are a whole number from 1 to ${mostSeats}`
        : `${money(total(order))} a ${order.yearly ? 'year' : 'month'}`;
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  show();
  return form;
}

function orderOf(plan: string, seats: string, yearly: boolean): Order | null {
  const count = seatsOf(seats);
  return isPlan(plan) && count !== null ? { plan, seats: count, yearly } : null;
}
