import { parseTemplate } from '../../../../src/template/parse-template.ts';
import type { Body } from './evaluate.ts';

const known = new Map<string, Body>();

/** A template's text as data: JSON, or YAML with its short forms written out. */
export function bodyOf(text: string): Body {
  const body =
    known.get(text) ?? (text.startsWith('{') ? JSON.parse(text) : parseTemplate(text, 'template').body);
  known.set(text, body as Body);
  return body as Body;
}
