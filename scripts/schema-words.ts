import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** What doc comments say of a type and of its members. */
interface TypeWords {
  readonly doc: string | null;
  readonly members: ReadonlyMap<string, { readonly doc: string | null; readonly type: string | null }>;
  /** Of `type A = B`, the type that is meant. */
  readonly alias: string | null;
}

/** By the name of an interface or type. */
export type Words = ReadonlyMap<string, TypeWords>;

/** Reads the doc comments of exported types, so that what a schema says of a field is what the code says of it. */
export async function readWords(root: string, files: readonly string[]): Promise<Words> {
  const words = new Map<string, TypeWords>();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement)) {
        const members = statement.members.flatMap((member) =>
          ts.isPropertySignature(member) && ts.isIdentifier(member.name)
            ? [[member.name.text, { doc: docOf(member), type: nameIn(member.type) }] as const]
            : [],
        );
        words.set(statement.name.text, { doc: docOf(statement), members: new Map(members), alias: null });
      } else if (ts.isTypeAliasDeclaration(statement)) {
        words.set(statement.name.text, {
          doc: docOf(statement),
          members: new Map(),
          alias: nameIn(statement.type),
        });
      }
    }
  }
  return words;
}

/** The last doc comment before a declaration, on one line. */
function docOf(node: ts.Node): string | null {
  const [last] = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .slice(-1)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment));
  return last === undefined ? null : last.replace(/\s+/g, ' ').trim();
}

/** The first type of ours that is named in a type: `StackPlan` of `readonly StackPlan[]`. */
function nameIn(type: ts.TypeNode | undefined): string | null {
  if (type === undefined) return null;
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return type.typeName.text;
  return (
    ts.forEachChild(type, (child) => (ts.isTypeNode(child) ? (nameIn(child) ?? undefined) : undefined)) ??
    null
  );
}

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The same schema with a description wherever the code has words for it. */
export function described(schema: Schema, type: string | null, words: Words): Schema {
  const own = type === null ? undefined : words.get(type);
  const members = membersOf(own, words);
  const parts: Record<string, unknown> = { ...schema };
  const { items, anyOf, properties } = schema;
  if (isSchema(items)) parts['items'] = described(items, type, words);
  if (Array.isArray(anyOf)) {
    parts['anyOf'] = anyOf.map((part: Schema) =>
      part['type'] === 'object' ? described(part, type, words) : part,
    );
  }
  if (isSchema(properties)) {
    parts['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => {
        const { doc = null, type: inner = null } = members.get(name) ?? {};
        return [name, withWords(described(part as Schema, inner, words), doc)];
      }),
    );
  }
  return isSchema(items) || Array.isArray(anyOf) ? parts : withWords(parts, own?.doc ?? null);
}

function membersOf(type: TypeWords | undefined, words: Words): TypeWords['members'] {
  if (type === undefined) return new Map();
  return type.alias === null ? type.members : membersOf(words.get(type.alias), words);
}

function withWords(schema: Schema, description: string | null): Schema {
  return description === null || '$ref' in schema ? schema : { ...schema, description };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
