import { gitHubIssuer } from '../bootstrap/find-provider.ts';
import { conditionDifferences, policyDifferences, type Statement } from './policy-document.ts';

/**
 * How a role's trust policy differs from the wanted one, told by who may take the role: those who are let in beside, those
 * who are not let in, and what is not checked of a token. Empty where both say the same.
 */
export function trustDifferences(
  found: readonly Statement[],
  wanted: readonly Statement[],
): readonly string[] {
  const differences = policyDifferences(found, wanted);
  if (differences.length === 0) return [];
  const [admits, meant] = [entries(found), entries(wanted)];
  const beside = admits.filter(({ who }) => !meant.some((each) => each.who === who));
  const keptOut = meant.filter((each) => !admits.some((entry) => covers(entry, each)));
  const told = [
    ...beside.map(({ who }) => `it lets in ${who}`),
    ...keptOut.map(({ who }) => `it does not let in ${who}`),
    ...unchecked(found, wanted),
  ];
  return told.length === 0 ? differences : [...new Set(told)];
}

/** Everybody whom a trust policy lets in, in words. */
export function admitted(statements: readonly Statement[]): readonly string[] {
  return [...new Set(entries(statements).map(({ who }) => who))];
}

interface Entry {
  /** In words. */
  readonly who: string;
  /** The subjects of GitHub's tokens that it admits, with `*` and `?`; `null` for others than GitHub. */
  readonly subjects: string | null;
}

function entries(statements: readonly Statement[]): readonly Entry[] {
  return statements.filter(({ effect }) => effect === 'Allow').flatMap(entriesOf);
}

function entriesOf(statement: Statement): readonly Entry[] {
  const negated = Object.entries(statement.notPrincipals).flatMap(([kind, who]) =>
    who.map((each) => ({ who: `everybody but ${kind} ${each}`, subjects: null })),
  );
  const named = Object.entries(statement.principals).flatMap(([kind, who]) =>
    who.flatMap((each) =>
      isGitHub(kind, each) ? subjectsOf(statement) : [{ who: principalName(kind, each), subjects: null }],
    ),
  );
  return [...negated, ...named];
}

function covers(entry: Entry, wanted: Entry): boolean {
  if (entry.who === wanted.who) return true;
  if (entry.subjects === null || wanted.subjects === null) return false;
  const escaped = entry.subjects.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(wanted.subjects);
}

function isGitHub(kind: string, who: string): boolean {
  return kind === 'Federated' && who.endsWith(`:oidc-provider/${gitHubIssuer}`);
}

function principalName(kind: string, who: string): string {
  if (who === '*') return 'everybody';
  return kind === 'Service' ? `the service ${who}` : `${kind} ${who}`;
}

const subjectKey = `${gitHubIssuer}:sub`;

/** The subjects that the conditions admit; a pattern is told as such, and so is that none is asked for. */
function subjectsOf({ conditions }: Statement): readonly Entry[] {
  const asked = Object.entries(conditions).flatMap(([operator, keys]) =>
    (keys[subjectKey] ?? []).map((value): Entry => {
      if (operator === 'StringEquals')
        return { who: value === '' ? 'an empty subject' : value, subjects: value };
      return { who: `${value} (${operator})`, subjects: operator === 'StringLike' ? value : null };
    }),
  );
  return asked.length === 0 ? [{ who: 'every repository at GitHub', subjects: '*' }] : asked;
}

/** What the wanted policy checks of a token, and no statement with the same name does. */
function unchecked(found: readonly Statement[], wanted: readonly Statement[]): readonly string[] {
  return wanted.flatMap((statement) => {
    const counterpart = found.find(({ sid }) => sid === statement.sid && sid !== '');
    if (counterpart === undefined) return [];
    return conditionDifferences(counterpart.conditions, statement.conditions)
      .filter((difference) => !difference.includes(subjectKey))
      .map((difference) => `${statement.sid}: ${difference}`);
  });
}
