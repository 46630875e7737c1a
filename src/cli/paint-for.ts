import { ansiPaint, plainPaint, type Paint } from '../report/paint.ts';
import type { CliIo } from './io.ts';

/** Colours are for a terminal whose owner has not said NO_COLOR (https://no-color.org). */
export function paintFor(io: CliIo): Paint {
  return io.isTerminal && (io.env['NO_COLOR'] ?? '') === '' ? ansiPaint : plainPaint;
}
