/** Where inputs are read: readers may look at the checkout, never at the network. */
export interface InputContext {
  /** The checkout, absolute. */
  readonly workspace: string;
  /** The folder that holds params/ and templates/, absolute. */
  readonly root: string;
}

/** The outcome of reading one input: its value, or what is wrong with it, as it goes on after `input x is "…",`. */
export type Read<T> = { readonly value: T } | { readonly wrong: string };

/** Reads an input's text, which is trimmed and not empty. */
export type Reader<T> = (text: string, context: InputContext) => Read<T>;

/** One input: how it is read, and what it is where the workflow says nothing. */
export type InputField<T> =
  | { readonly reader: Reader<T>; readonly absent: { readonly value: T } }
  /** `needs` completes the sentence `input x is missing: `. */
  | { readonly reader: Reader<T>; readonly needs: string };

export function required<T>(reader: Reader<T>, needs: string): InputField<T> {
  return { reader, needs };
}

export function optional<T>(reader: Reader<T>): InputField<T | null>;
export function optional<T>(reader: Reader<T>, otherwise: T): InputField<T>;
export function optional<T>(reader: Reader<T>, otherwise: T | null = null): InputField<T | null> {
  return { reader, absent: { value: otherwise } };
}
