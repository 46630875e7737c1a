import { splitAttribute } from './short-forms.ts';
import type { TemplatePath } from './template.ts';

/** Something that a value names. `path` leads to it from the value that was searched. */
export type TemplateReference =
  /** `Ref` or `${Name}`: a parameter, a resource or a pseudo parameter. */
  | { readonly kind: 'ref'; readonly name: string; readonly path: TemplatePath }
  /** `Fn::GetAtt` or `${Name.Attribute}`; a nested stack's output is the attribute `Outputs.<name>`. */
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly attribute: string;
      readonly path: TemplatePath;
    }
  /** `Fn::If` or `Condition`. */
  | { readonly kind: 'condition'; readonly name: string; readonly path: TemplatePath }
  /** `Fn::FindInMap`, where the map's name is literal. */
  | { readonly kind: 'mapping'; readonly name: string; readonly path: TemplatePath };

/** A piece of a text of `Fn::Sub`. */
export type SubPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly attribute: string | null };

/**
 * Takes a text of `Fn::Sub` apart. `${!Literal}` is the text `${Literal}` (CloudFormation User Guide, "Fn::Sub").
 */
export function subPieces(text: string): readonly SubPiece[] {
  const pieces: SubPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const inner = (match[1] ?? '').trim();
    if (inner.startsWith('!')) {
      pieces.push({ kind: 'text', text: `\${${inner.slice(1)}}` });
      continue;
    }
    const attribute = splitAttribute(inner);
    pieces.push(
      attribute === null
        ? { kind: 'name', name: inner, attribute: null }
        : { kind: 'name', name: attribute[0], attribute: attribute[1] },
    );
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

/**
 * Everything that a value refers to, in the order it stands: `Ref`, `Fn::GetAtt`, names in `Fn::Sub` (without those that
 * its own map gives), conditions of `Fn::If` and `Condition`, literal names of mappings.
 */
export function references(value: unknown, path: TemplatePath = []): readonly TemplateReference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => references(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value) as [string, unknown][];
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const found = intrinsicReferences(only[0], only[1], path);
    if (found !== null) return found;
  }
  return entries.flatMap(([key, entry]) => references(entry, [...path, key]));
}

function intrinsicReferences(
  name: string,
  argument: unknown,
  path: TemplatePath,
): readonly TemplateReference[] | null {
  const inner = [...path, name];
  const list: readonly unknown[] = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? [{ kind: 'ref', name: argument, path }] : null;
    case 'Condition':
      return typeof argument === 'string' ? [{ kind: 'condition', name: argument, path }] : null;
    case 'Fn::GetAtt': {
      const [logicalId, attribute] = list;
      if (typeof logicalId !== 'string') return null;
      if (typeof attribute === 'string') return [{ kind: 'attribute', name: logicalId, attribute, path }];
      return references(attribute, [...inner, 1]);
    }
    case 'Fn::Sub': {
      const [text, variables] = typeof argument === 'string' ? [argument, undefined] : list;
      if (typeof text !== 'string') return null;
      const own = new Set(typeof variables === 'object' && variables !== null ? Object.keys(variables) : []);
      const named = subPieces(text).flatMap((piece): TemplateReference[] => {
        if (piece.kind === 'text' || own.has(fullName(piece))) return [];
        if (piece.attribute === null) return [{ kind: 'ref', name: piece.name, path }];
        return [{ kind: 'attribute', name: piece.name, attribute: piece.attribute, path }];
      });
      return [...named, ...references(variables, [...inner, 1])];
    }
    case 'Fn::If': {
      const [condition, ...branches] = list;
      if (typeof condition !== 'string') return null;
      return [
        { kind: 'condition', name: condition, path: [...inner, 0] },
        ...branches.flatMap((branch, index) => references(branch, [...inner, index + 1])),
      ];
    }
    case 'Fn::FindInMap': {
      const [mapping, ...keys] = list;
      const rest = keys.flatMap((key, index) => references(key, [...inner, index + 1]));
      if (typeof mapping !== 'string') return [...references(mapping, [...inner, 0]), ...rest];
      return [{ kind: 'mapping', name: mapping, path: [...inner, 0] }, ...rest];
    }
    default:
      return null;
  }
}

/** A name in `Fn::Sub` as it is written. */
export function fullName(piece: { readonly name: string; readonly attribute: string | null }): string {
  return piece.attribute === null ? piece.name : `${piece.name}.${piece.attribute}`;
}
