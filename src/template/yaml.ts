import {
  CORE_SCHEMA,
  EVENT_ID,
  NOT_RESOLVED,
  SCALAR_STYLE,
  Schema,
  YAML11_SCHEMA,
  YAMLException,
  getScalarValue,
  parseEvents,
} from 'js-yaml';
import type { Position } from '../errors/position.ts';
import { UserError, UserErrors } from '../errors/slipway-error.ts';

/** What js-yaml's parser reports; the type itself is not exported under a usable name. */
type YamlEvent = ReturnType<typeof parseEvents>[number];

interface YamlNodeBase {
  /** As written, e.g. `!Sub`; `null` where there is none. */
  readonly tag: string | null;
  /** Offset into the source where the node begins: its tag if it has one, else its value. */
  readonly start: number;
}

export interface YamlScalar extends YamlNodeBase {
  readonly kind: 'scalar';
  /** As written, without quotes and after unescaping. */
  readonly text: string;
  readonly value: string | number | boolean | null;
  /** Offsets of the node with its tag and quotes, end exclusive; equal where the scalar is empty. */
  readonly end: number;
}

export interface YamlSequence extends YamlNodeBase {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: YamlNode;
}

export interface YamlMapping extends YamlNodeBase {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
}

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

export interface YamlDocument {
  readonly root: YamlNode;
  /** Where an offset of the source stands. */
  position(offset: number): Position;
}

/**
 * CloudFormation reads YAML 1.1 without binary, omap, pairs, set, timestamp, aliases and merges
 * (AWS CloudFormation User Guide, "CloudFormation template formats", "YAML").
 */
const cloudFormationSchema = new Schema(
  YAML11_SCHEMA.tags.filter((tag) => !/:(timestamp|merge|binary|omap|pairs|set)$/.test(tag.tagName)),
);

const schemas = { cloudformation: cloudFormationSchema, core: CORE_SCHEMA } as const;

/**
 * Reads one YAML document into nodes that know where they stand.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @param dialect `cloudformation` is YAML 1.1 as CloudFormation takes it (`yes` is true); `core` is YAML 1.2
 * @throws UserError `YAML_SYNTAX`, `YAML_EMPTY`, `YAML_ALIAS`, `YAML_KEY`, `YAML_DUPLICATE_KEY` with file, line, column;
 *   UserErrors `YAML_DUPLICATE_KEY` where several keys stand twice
 */
export function readYaml(source: string, file: string, dialect: keyof typeof schemas = 'core'): YamlDocument {
  const position = positionsOf(source, file);
  const events = parse(source, file);
  const builder = new NodeBuilder(source, schemas[dialect], position);
  const root = builder.build(events);
  const [first, ...rest] = builder.duplicates;
  if (first !== undefined) {
    if (rest.length === 0) throw first;
    throw new UserErrors('YAML_DUPLICATE_KEY', `${file} holds ${rest.length + 1} keys that stand twice`, [
      first,
      ...rest,
    ]);
  }
  if (root === null) {
    throw new UserError('YAML_EMPTY', `${file} is empty`, { at: { file, line: 1, column: 1 } });
  }
  return { root, position };
}

function parse(source: string, file: string): readonly YamlEvent[] {
  try {
    return parseEvents(source, { filename: file });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = { file, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    throw new UserError('YAML_SYNTAX', `${file} is not valid YAML: ${error.reason}`, {
      at,
      cause: error,
      next: advice.find(([reason]) => error.reason.startsWith(reason))?.[1],
    });
  }
}

/** js-yaml's terse reasons, and what they mostly come from. */
const advice: readonly (readonly [string, string])[] = [
  ['deficient indentation', 'Look for a bracket, brace or quote that is opened before and not closed'],
  ['tab characters', 'Indent with spaces'],
  ['bad indentation of a mapping entry', 'A value that holds ": " or begins with @ or ` stands in quotes'],
];

function positionsOf(source: string, file: string): (offset: number) => Position {
  const lineStarts = [0];
  for (let index = source.indexOf('\n'); index !== -1; index = source.indexOf('\n', index + 1)) {
    lineStarts.push(index + 1);
  }
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}

interface Frame {
  readonly node: { kind: 'sequence'; items: YamlNode[] } | { kind: 'mapping'; entries: YamlEntry[] } | null;
  readonly finished: YamlNode | null;
  readonly keys: Map<string, number>;
  key: { text: string; start: number } | null;
}

/** Builds nodes from js-yaml's events, which carry offsets but no tree. */
class NodeBuilder {
  readonly duplicates: UserError[] = [];
  readonly #source: string;
  readonly #schema: Schema;
  readonly #position: (offset: number) => Position;
  readonly #frames: Frame[] = [];
  #root: YamlNode | null = null;
  #documents = 0;
  /** The end of the last thing read: where an empty value is said to stand. */
  #last = 0;

  constructor(source: string, schema: Schema, position: (offset: number) => Position) {
    this.#source = source;
    this.#schema = schema;
    this.#position = position;
  }

  build(events: readonly YamlEvent[]): YamlNode | null {
    for (const event of events) this.#take(event);
    return this.#root;
  }

  #take(event: YamlEvent): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents += 1;
        if (this.#documents > 1) {
          this.#fail(
            'YAML_SYNTAX',
            'The file holds more than one YAML document; one is expected',
            // where the next one begins (YAML 1.2, 9.1.2), not where the one before ends
            Math.max(this.#source.indexOf('\n---', this.#last) + 1, this.#last),
          );
        }
        this.#frames.push({ node: null, finished: null, keys: new Map(), key: null });
        return;
      case EVENT_ID.SCALAR:
        this.#add(this.#scalar(event));
        return;
      case EVENT_ID.SEQUENCE: {
        const items: YamlNode[] = [];
        const node: YamlSequence = { kind: 'sequence', items, ...this.#head(event) };
        this.#frames.push({ node: { kind: 'sequence', items }, finished: node, keys: new Map(), key: null });
        this.#last = event.start;
        return;
      }
      case EVENT_ID.MAPPING: {
        const entries: YamlEntry[] = [];
        const node: YamlMapping = { kind: 'mapping', entries, ...this.#head(event) };
        this.#frames.push({ node: { kind: 'mapping', entries }, finished: node, keys: new Map(), key: null });
        this.#last = event.start;
        return;
      }
      case EVENT_ID.ALIAS: {
        const name = this.#source.slice(event.anchorStart, event.anchorEnd);
        return this.#fail(
          'YAML_ALIAS',
          `The alias *${name} is not supported: CloudFormation takes no YAML aliases. Write the value out.`,
          event.anchorStart - 1,
        );
      }
      case EVENT_ID.POP: {
        const frame = this.#frames.pop();
        if (frame?.finished) this.#add(frame.finished);
        return;
      }
    }
  }

  #head(event: { tagStart: number; tagEnd: number; start: number }): { tag: string | null; start: number } {
    const tagged = event.tagStart >= 0;
    return {
      tag: tagged ? this.#source.slice(event.tagStart, event.tagEnd).trim() : null,
      start: tagged ? event.tagStart : event.start,
    };
  }

  #scalar(event: Extract<YamlEvent, { valueStart: number }>): YamlScalar {
    const text = getScalarValue(this.#source, event);
    const quoted =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const empty = event.valueStart < 0;
    const valueStart = empty ? this.#last : event.valueStart - quoted;
    const { tag, start } = this.#head({ ...event, start: valueStart });
    const end = empty ? Math.max(event.tagEnd, this.#last) : event.valueEnd + quoted;
    this.#last = end;
    return { kind: 'scalar', text, value: this.#value(text, tag, event.style, start), tag, start, end };
  }

  #value(text: string, tag: string | null, style: number, start: number): YamlScalar['value'] {
    if (tag?.startsWith('!!')) {
      const name = `tag:yaml.org,2002:${tag.slice(2)}`;
      const value = this.#schema.lookupScalarTag(name)?.resolve(text, true, name) ?? NOT_RESOLVED;
      if (value === NOT_RESOLVED) this.#fail('YAML_SYNTAX', `${tag} does not take this value`, start);
      return plain(value, text);
    }
    if (tag !== null || style !== SCALAR_STYLE.PLAIN) return text;
    return plain(this.#schema.resolveImplicitScalarTag(text).value, text);
  }

  #add(node: YamlNode): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if (frame.node === null) this.#root = node;
    else if (frame.node.kind === 'sequence') frame.node.items.push(node);
    else if (frame.key === null) frame.key = this.#key(frame, node);
    else {
      frame.node.entries.push({ key: frame.key.text, keyStart: frame.key.start, value: node });
      frame.key = null;
    }
  }

  #key(frame: Frame, node: YamlNode): { text: string; start: number } {
    if (node.kind !== 'scalar')
      this.#fail('YAML_KEY', 'A key is a plain text here, not a list or a map', node.start);
    const earlier = frame.keys.get(node.text);
    if (earlier !== undefined) {
      const first = this.#position(earlier);
      this.duplicates.push(
        new UserError(
          'YAML_DUPLICATE_KEY',
          `The key ${node.text} stands twice; it stands first on line ${first.line}`,
          { at: this.#position(node.start) },
        ),
      );
    } else if (node.text === '<<') {
      this.#fail('YAML_ALIAS', 'The merge key << is not supported. Write the entries out.', node.start);
    }
    frame.keys.set(node.text, earlier ?? node.start);
    return { text: node.text, start: node.start };
  }

  #fail(code: string, message: string, offset: number): never {
    throw new UserError(code, message, { at: this.#position(Math.max(offset, 0)) });
  }
}

/**
 * A number that would print otherwise than it is written (`1.10`, `010`, `012345678901`, `1:30`) stays text: versions and
 * account ids are no numbers.
 */
function plain(value: unknown, text: string): YamlScalar['value'] {
  if (typeof value === 'number') return String(value) === text ? value : text;
  // js-yaml takes `y` and `n` for booleans, as YAML 1.1 says; CloudFormation's and cfn-lint's readers don't (SnakeYAML, PyYAML).
  if (typeof value === 'boolean') return /^[yn]$/i.test(text) ? text : value;
  if (value === null) return value;
  return text;
}
