import { visible } from '../visible.ts';

/** Markup that is safe to stand in a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | null | Markup | readonly Part[];

/**
 * Markup from a template literal: whatever is put in is escaped for text and for quoted attributes alike, unless it is
 * markup itself. Lists are joined, `null` is nothing.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    literals
      .map((literal, index) => literal + (index < parts.length ? put(parts[index] ?? null) : ''))
      .join(''),
  );
}

/** A text with its lines, as it stands in a `<pre>`. */
export function lines(text: string): Markup {
  return new Markup(text.split(/\r?\n/).map(escaped).join('\n'));
}

function put(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(put).join('');
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
