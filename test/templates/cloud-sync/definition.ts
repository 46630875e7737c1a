import type { Properties } from '../evaluated.ts';

/** A state, as far as the tests look at it (Amazon States Language specification). */
export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly MaxConcurrency?: number;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string; readonly ErrorEquals: readonly string[] }[];
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly BackoffRate?: number;
    readonly JitterStrategy?: string;
  }[];
  readonly ItemProcessor?: Definition;
}

export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

/** The definition with its substitutions put in, as Step Functions gets it (AWS::StepFunctions::StateMachine). */
export function definitionOf(machine: Properties): Definition {
  const substitutions = Object.entries(machine['DefinitionSubstitutions'] as Readonly<Record<string, string>>);
  const text = substitutions.reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
    String(machine['DefinitionString']),
  );
  return JSON.parse(text) as Definition;
}

/** All states with their names, those of maps too. */
export function statesOf({ States }: Definition): readonly (readonly [string, State])[] {
  return Object.entries(States).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.ItemProcessor === undefined ? [] : statesOf(state.ItemProcessor)),
  ]);
}
