import { namesSecret, withDynamicReferences } from './dynamic-references.ts';
import {
  asSecret,
  exact,
  known,
  lineage,
  lineageOf,
  printable,
  scalarText,
  unite,
  unresolved,
  type Evaluated,
} from './evaluated.ts';
import { flatten } from './parameter-values.ts';

/** What a function gives that can't be computed yet: its text with what is known, and the lineage of all it is given. */
export function waiting(name: string, items: readonly Evaluated[]): Evaluated {
  const from = lineage({ kind: 'list', items });
  const source = from.sources.length === 0 ? lineageOf(name) : from;
  return unresolved(`${name.replace('Fn::', '')}(${items.map(textOf).join(', ')})`, {
    ...source,
    secret: from.secret,
  });
}

/** A value that was found by others: as secret as they are. */
export function asSecretAs(others: readonly Evaluated[], value: Evaluated): Evaluated {
  const from = lineage({ kind: 'list', items: others });
  return from.secret ? asSecret(value, from.sources[0] ?? 'secret') : value;
}

/** A value as it reads within the text of another. */
export function textOf(value: Evaluated): string {
  const data = printable(value);
  return typeof data === 'string' ? data : JSON.stringify(data);
}

/** One text of several values; unresolved as soon as one of them is. */
export function concatenate(pieces: readonly Evaluated[]): Evaluated {
  const flat = pieces.map(flatten);
  const from = unite(flat.map((piece) => piece.lineage));
  if (flat.every((piece) => piece.kind === 'value')) {
    return withDynamicReferences(flat.map((piece) => scalarText(piece.value)).join(''), from);
  }
  const text = flat.map((piece) => (piece.kind === 'value' ? scalarText(piece.value) : piece.text)).join('');
  const { lineage: whole } = withDynamicReferences(text, from);
  return unresolved(text, { ...whole, secret: whole.secret || namesSecret(text) });
}

/** `Fn::Join`, of its delimiter and its list. */
export function join([delimiter, list]: readonly Evaluated[]): Evaluated {
  const separator = delimiter === undefined ? undefined : exact(delimiter);
  if (typeof separator !== 'string' || list?.kind !== 'list') {
    return waiting(
      'Fn::Join',
      [delimiter, list].filter((each) => each !== undefined),
    );
  }
  const present = list.items.filter((item) => item.kind !== 'none');
  const between = known(separator, lineage(delimiter ?? { kind: 'none' }));
  return concatenate(present.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
}

/** `Fn::Select`, of an index and a list. */
export function select([index, list]: readonly Evaluated[]): Evaluated {
  const position = index === undefined ? undefined : Number(exact(index));
  const item = list?.kind === 'list' && position !== undefined ? list.items[position] : undefined;
  const given = [index, list].filter((each) => each !== undefined);
  return item === undefined ? waiting('Fn::Select', given) : asSecretAs(given.slice(0, 1), item);
}

/** `Fn::Split`, of a delimiter and a text. */
export function split([delimiter, text]: readonly Evaluated[]): Evaluated {
  const separator = delimiter === undefined ? undefined : exact(delimiter);
  const whole = text === undefined ? undefined : exact(text);
  if (typeof separator !== 'string' || typeof whole !== 'string' || text === undefined) {
    return waiting(
      'Fn::Split',
      [delimiter, text].filter((each) => each !== undefined),
    );
  }
  const from = unite([text, delimiter ?? text].map(lineage));
  return { kind: 'list', items: whole.split(separator).map((part) => known(part, from)) };
}
