import { cut } from './columns.ts';
import { visible } from './visible.ts';

/** `256 → 512`. */
export function changeText(before: string | null, after: string | null, columns: number): string {
  return `${valueText(before, columns)} → ${valueText(after, columns)}`;
}

/** A value on one line; where there is none, a word for it. */
export function valueText(value: string | null, columns: number): string {
  return value === null ? '(none)' : value === '' ? '(empty)' : cut(visible(value), columns);
}
