import type { Position } from '../errors/position.ts';
import { UserError } from '../errors/slipway-error.ts';
import { suggestion, withHint } from './nearest.ts';
import { shortForms, splitAttribute } from './short-forms.ts';
import type { Template, TemplateBody, TemplatePath } from './template.ts';
import { readYaml, type YamlDocument, type YamlMapping, type YamlNode } from './yaml.ts';

/** CloudFormation User Guide, "Template anatomy". */
const sections = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Resources',
  'Outputs',
];

/** CloudFormation reads a template of at most 1 MB from S3 (User Guide, "CloudFormation quotas"). */
const templateLimit = 1024 * 1024;

/** Where a value and its key stand; offsets into the source, `end` only for scalars. */
interface Place {
  readonly start: number;
  readonly end: number | null;
  readonly keyStart: number | null;
  readonly children: ReadonlyMap<string, Place>;
}

interface Built {
  readonly value: unknown;
  readonly place: Place;
}

/**
 * Reads a CloudFormation template in YAML or JSON. Short forms are expanded, so that the data is what the long forms
 * give; positions are kept for every key and value.
 *
 * @param source the template's text
 * @param file its name in positions, relative to the repository, `/` as separator
 * @throws UserError `YAML_*` (see `readYaml`); `TEMPLATE_TAG` for an unknown short form; `TEMPLATE_SHAPE` where a section
 *   is unknown, `Resources` is missing or empty, or a resource, parameter or output has not the form it must have;
 *   `TEMPLATE_TOO_LARGE`
 */
export function parseTemplate(source: string, file: string): Template {
  requireSize(source, { file, line: 1, column: 1 });
  const document = readYaml(source, file, 'cloudformation');
  const { value, place } = build(document.root, null, document);
  const locatePlace = (path: TemplatePath): Place => {
    let current = place;
    for (const step of path) {
      const next = current.children.get(String(step));
      if (next === undefined) return current;
      current = next;
    }
    return current;
  };
  const exactPlace = (path: TemplatePath): Place | null => {
    let current: Place | undefined = place;
    for (const step of path) current = current?.children.get(String(step));
    return current ?? null;
  };
  checkShape(value, file, (path, key) => {
    const found = locatePlace(path);
    return document.position(key ? (found.keyStart ?? found.start) : found.start);
  });
  return {
    file,
    source,
    body: value,
    locate: (path) => document.position(locatePlace(path).start),
    locateKey: (path) => {
      const found = locatePlace(path);
      return document.position(found.keyStart ?? found.start);
    },
    scalarRange: (path) => {
      const { start, end } = exactPlace(path) ?? { start: 0, end: null };
      return end === null ? null : { start, end };
    },
  };
}

/** @throws UserError `TEMPLATE_TOO_LARGE` for a text that CloudFormation does not take */
export function requireSize(text: string, at: Position): void {
  const size = new TextEncoder().encode(text).length;
  if (size <= templateLimit) return;
  throw new UserError(
    'TEMPLATE_TOO_LARGE',
    `The template is ${size} bytes; CloudFormation takes ${templateLimit}`,
    { at, next: 'Move a part of it to a nested template' },
  );
}

function build(node: YamlNode, keyStart: number | null, document: YamlDocument): Built {
  const plain = buildUntagged(node, keyStart, document);
  if (node.tag === null || node.tag === '!' || node.tag.startsWith('!!')) return plain;
  const name = shortForms[node.tag];
  if (name === undefined) {
    const choices = Object.keys(shortForms);
    throw new UserError(
      'TEMPLATE_TAG',
      withHint(
        `CloudFormation has no ${node.tag}`,
        suggestion(node.tag, choices) ?? `It has ${choices.join(', ')}.`,
      ),
      { at: document.position(node.start) },
    );
  }
  return {
    value: { [name]: name === 'Fn::GetAtt' ? attributeList(plain.value) : plain.value },
    place: { ...plain.place, children: new Map([[name, { ...plain.place, keyStart: node.start }]]) },
  };
}

function buildUntagged(node: YamlNode, keyStart: number | null, document: YamlDocument): Built {
  switch (node.kind) {
    case 'scalar':
      return {
        value: node.value,
        place: { start: node.start, end: node.end, keyStart, children: new Map() },
      };
    case 'sequence': {
      const items = node.items.map((item) => build(item, null, document));
      const children = new Map(items.map((item, index) => [String(index), item.place]));
      return {
        value: items.map((item) => item.value),
        place: { start: node.start, end: null, keyStart, children },
      };
    }
    case 'mapping':
      return buildMapping(node, keyStart, document);
  }
}

function buildMapping(node: YamlMapping, keyStart: number | null, document: YamlDocument): Built {
  const entries = node.entries.map((entry) => {
    const built = build(entry.value, entry.keyStart, document);
    const value = entry.key === 'Fn::GetAtt' ? attributeList(built.value) : built.value;
    return { key: entry.key, value, place: built.place };
  });
  return {
    value: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    place: {
      start: node.start,
      end: null,
      keyStart,
      children: new Map(entries.map(({ key, place }) => [key, place])),
    },
  };
}

/** The one form of `Fn::GetAtt`'s argument: `[logical id, attribute]`. */
function attributeList(value: unknown): unknown {
  if (typeof value === 'string') return splitAttribute(value) ?? value;
  if (Array.isArray(value) && value.length > 2 && value.every((part) => typeof part === 'string')) {
    return [value[0], value.slice(1).join('.')];
  }
  return value;
}

function checkShape(
  value: unknown,
  file: string,
  at: (path: TemplatePath, key: boolean) => Position,
): asserts value is TemplateBody {
  const fail = (message: string, path: TemplatePath, key = false): never => {
    throw new UserError('TEMPLATE_SHAPE', message, { at: at(path, key) });
  };
  if (!isMap(value)) return fail(`${file} is not a template: its root is not a map of sections`, []);
  for (const section of Object.keys(value)) {
    if (!sections.includes(section)) {
      fail(
        withHint(
          `A template has no section ${section}`,
          suggestion(section, sections) ?? `It has ${sections.join(', ')}.`,
        ),
        [section],
        true,
      );
    }
  }
  const resources = value['Resources'];
  if (!isMap(resources) || Object.keys(resources).length === 0) {
    return fail(
      `${file} has no Resources; a template needs at least one resource`,
      'Resources' in value ? ['Resources'] : [],
    );
  }
  const named = { Resources: 'resource', Parameters: 'parameter', Outputs: 'output' } as const;
  for (const [section, noun] of Object.entries(named)) {
    const entries = value[section];
    if (entries === undefined) continue;
    if (!isMap(entries)) return fail(`${section} is a map from names to ${noun}s`, [section]);
    for (const [name, entry] of Object.entries(entries)) {
      const path = [section, name];
      if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
        fail(`The name of the ${noun} ${name} may hold only letters and digits`, path, true);
      }
      if (!isMap(entry)) return fail(`The ${noun} ${name} is not a map`, path);
      const field = section === 'Outputs' ? 'Value' : 'Type';
      if (!(field in entry)) fail(`The ${noun} ${name} has no ${field}`, path, true);
      if (field === 'Type' && typeof entry[field] !== 'string') {
        fail(`The Type of the ${noun} ${name} is a text`, [...path, 'Type']);
      }
      if (section === 'Resources' && 'Properties' in entry && !isMap(entry['Properties'])) {
        fail(`The Properties of the resource ${name} are a map`, [...path, 'Properties']);
      }
    }
  }
  for (const section of ['Conditions', 'Mappings', 'Rules', 'Metadata']) {
    if (section in value && !isMap(value[section])) fail(`${section} is a map`, [section]);
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
