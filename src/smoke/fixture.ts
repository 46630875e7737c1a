import type { Probe } from './probe.ts';
import type { SmokeEvidence } from './report.ts';

/** Something that several checks of a run need, made once; whoever asks gets the evidence of its making. */
export type Fixture<T> = (probe: Probe) => Promise<T>;

/** Makes a fixture from its maker; `newProbe` gives it a probe of its own. A failure is kept like a value. */
export function fixture<T>(newProbe: () => Probe, make: (probe: Probe) => Promise<T>): Fixture<T> {
  let made: { readonly value: Promise<T>; readonly evidence: readonly SmokeEvidence[] } | undefined;
  return async (probe) => {
    if (made === undefined) {
      const own = newProbe();
      made = { value: make(own), evidence: own.evidence };
    }
    const { value, evidence } = made;
    try {
      return await value;
    } finally {
      probe.attach(evidence);
    }
  };
}
