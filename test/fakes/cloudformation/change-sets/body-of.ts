import { parseTemplate } from '../../../../src/template/parse-template.ts';
import type { Body } from './evaluate.ts';

const known = new Map<string, Body>();

/** A template's text as data: JSON, or YAML with its short forms written out. */
export function bodyOf(text: string): Body {
  const found = known.get(text);
  if (found !== undefined) return found;
  const body = (text.startsWith('{') ? JSON.parse(text) : parseTemplate(text, 'template').body) as Body;
  known.set(text, body);
  return body;
}
