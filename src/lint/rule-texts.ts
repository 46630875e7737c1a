/** What a rule is about; for lists of rules such as SARIF's. */
export interface RuleText {
  /** A line. */
  readonly short: string;
  /** Why there is such a rule, or what it holds something to. */
  readonly full: string;
  /** Where more is said. */
  readonly uri: string | null;
}

function text(short: string, full: string): RuleText {
  return { short, full, uri: null };
}

/** Our own rules by name. cfn-lint brings the texts of its own. */
export const ruleTexts: Readonly<Record<string, RuleText>> = {
  'params/missing': text(
    'A parameter has no value',
    'A root template takes a parameter without a Default, and neither the parameter file of the environment nor system.yml gives it a value.',
  ),
  'params/rule': text(
    "A rule of a template is broken by an environment's values",
    'CloudFormation evaluates the Rules of a template when it makes the stack; the values that the assertion names stand in the parameter file.',
  ),
  'params/unknown': text(
    'A value for a parameter that is not there',
    'A parameter file sets what the root template does not take; CloudFormation refuses the stack.',
  ),
  'params/value': text(
    'A value that its parameter refuses',
    "A parameter file gives a value that the parameter's type or its constraints do not allow.",
  ),
  'policy/smoke-issuer-in-prod': text(
    'A test issuer of tokens in prod',
    'Smoke checks of other environments take tokens from an issuer of their own; in prod its tokens must not be accepted.',
  ),
  'policy/suppression-without-reason': text(
    'A suppression that gives no reason',
    'Whoever reads a suppressed check has to know whether the reason still holds; without one nobody can take it away.',
  ),
  'template/transform': text(
    'A Transform',
    'CloudFormation makes no nested change sets of templates with a Transform, so there would be no plan.',
  ),
  'wiring/artifact-bucket': text(
    'Packaged code without ArtifactBucket',
    'A release finds packaged templates and code through the parameter ArtifactBucket.',
  ),
  'wiring/orphan-template': text(
    'A template that nobody deploys',
    'No system names it and no template nests it: dead code that looks alive.',
  ),
  'wiring/output-absent': text(
    'An output that conditions leave out',
    'The output is declared, but in this environment its condition is false where it is used.',
  ),
  'wiring/output-unknown': text(
    'An output that is not there',
    'A nested stack or another stack of the system is asked for an output that its template does not have.',
  ),
  'wiring/parameter-missing': text(
    'A nested stack is not fed',
    'The nested template declares a parameter without a Default, and the parent does not pass it.',
  ),
  'wiring/parameter-unknown': text(
    'A nested stack is fed what it does not take',
    'The parent passes a parameter that the nested template does not declare; CloudFormation refuses the stack.',
  ),
  'wiring/unresolved-input': text(
    'A decision on a value that nested change sets do not know',
    "A nested stack's parameter that comes from a resource, an import or another nested stack is a placeholder while the change set is made. What is decided by it, cut from it or constrained fails the whole set.",
  ),
  'wiring/value': text(
    'A value that a nested stack refuses',
    "What comes to a nested stack's parameter does not fit its type or its constraints.",
  ),
};

/** For mistakes of form, which have the codes of errors: `CONFIG_TYPE`, `YAML_SYNTAX`. */
export const mistakeText = text(
  'A mistake in a template or parameter file',
  'The file can not be read as what it should be; the message names line, field, value and choices.',
);
