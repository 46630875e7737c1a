/** The little XML that the front reads and writes: flat answers of AWS' query and REST protocols. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function xmlUnescape(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );
}

export function xmlEscape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The text of the first element of that name, unescaped; `undefined` when there is none. */
export function firstText(xml: string, element: string): string | undefined {
  const match = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`).exec(xml);
  return match?.[1] === undefined ? undefined : xmlUnescape(match[1]);
}

/** An element with what it holds as parsed children. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Parses well-formed XML without mixed content; attributes, comments and declarations are passed over. */
export function parseXml(xml: string): XmlElement {
  interface Open {
    name: string;
    text: string;
    children: XmlElement[];
  }
  const root: Open = { name: '', text: '', children: [] };
  const stack: Open[] = [root];
  for (const match of xml.matchAll(/<(\/?)([\w:.-]+)([^>]*?)(\/?)>|<[?!][^>]*>|([^<]+)/g)) {
    const [, closing, name, , selfClosing, text] = match;
    const top = stack.at(-1) ?? root;
    if (text !== undefined) top.text += text;
    else if (name === undefined) continue;
    else if (closing === '/') {
      const done = stack.pop();
      if (done !== undefined)
        (stack.at(-1) ?? root).children.push({
          ...done,
          text: done.children.length > 0 ? '' : xmlUnescape(done.text),
        });
    } else if (selfClosing === '/') top.children.push({ name, text: '', children: [] });
    else stack.push({ name, text: '', children: [] });
  }
  return root.children[0] ?? { name: '', text: '', children: [] };
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** The element that a path of names leads to. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((place, name) => child(place, name), element);
}

export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return at(element, ...path)?.text;
}
