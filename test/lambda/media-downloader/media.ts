import { part } from './archive.ts';

export const small = { id: 'small', size: 1000 };
/** Four whole parts and a bit. */
export const large = { id: 'large', size: 4 * part + 100 };
export const exact = { id: 'exact', size: 3 * part };
const empty = { id: 'empty', size: 0 };
export const all = [small, large, exact, empty];
