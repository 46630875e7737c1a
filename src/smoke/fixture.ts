import type { Probe } from './probe.ts';
import type { SmokeEvidence } from './report.ts';

/** Something that several checks of a run need, made once; whoever asks gets the evidence of its making. */
export type Fixture<T> = (probe: Probe) => Promise<T>;

/** Makes a fixture from its maker; `newProbe` gives it a probe of its own. A failure is kept like a value. */
export function fixture<T>(newProbe: () => Probe, make: (probe: Probe) => Promise<T>): Fixture<T> {
  let made: Promise<{ readonly value: T; readonly evidence: readonly SmokeEvidence[] }> | undefined;
  return async (probe) => {
    const own = newProbe();
    made ??= make(own).then((value) => ({ value, evidence: own.evidence }));
    const { value, evidence } = await made;
    probe.attach(evidence);
    return value;
  };
}
