import type { CopyResult } from '../release/copy-release.ts';
import type { Release } from '../release/release.ts';
import { short } from '../runtime/sha256.ts';
import { cell, code, prose } from './markdown.ts';
import { bytes, counted } from './units.ts';

/** A release and where it was copied, for a job's summary. */
export function releaseMarkdown({ id, manifest }: Release, copies: readonly CopyResult[]): string {
  const { system, templates, functions, site } = manifest;
  const parts = [
    counted(templates.length, 'template'),
    counted(functions.length, 'function'),
    site === null ? 'no site' : counted(site.length, 'site file'),
  ];
  const rows = copies.map(({ location, written, present, bytes: sent }) => {
    const cells = [code(location), String(written), String(present), bytes(sent)];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return [
    `### Release ${code(short(id))} · ${prose(system)}`,
    `${code(id)}: ${parts.join(', ')}`,
    ...(rows.length === 0
      ? []
      : [['| copied to | written | present | sent |', '| --- | --- | --- | --- |', ...rows].join('\n')]),
  ].join('\n\n');
}
