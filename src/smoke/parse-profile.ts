import { readChecked, throwAll } from '../config/read-checked.ts';
import type { Checked, FilePath } from '../config/read-checked.ts';
import { UserError } from '../errors/slipway-error.ts';
import { referencePattern } from './fill-profile.ts';
import { smokeProfileSchema } from './profile.ts';
import type { OutputReference, SmokeProfile } from './profile.ts';

/**
 * Reads `params/<system>/smoke.yml`.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @throws UserError `YAML_*` and `CONFIG_*` (see `readChecked`); `SMOKE_REFERENCE` for a reference that is not the whole
 *   text or not `${stack.Output}`; UserErrors `CONFIG_INVALID` where there are several
 */
export function parseSmokeProfile(source: string, file: string): SmokeProfile {
  const checked = readChecked(smokeProfileSchema, source, file);
  const references: OutputReference[] = [];
  const errors: UserError[] = [];
  for (const { path, text } of texts(checked.value, [])) {
    if (!text.includes('${')) continue;
    const at = checked.locate(path);
    const [, stack, output] = referencePattern.exec(text) ?? [];
    if (stack !== undefined && output !== undefined) references.push({ stack, output, at });
    else
      errors.push(
        new UserError(
          'SMOKE_REFERENCE',
          `${path.join('.')} is "${text}"; a reference is the whole text and reads \${stack.Output}`,
          { at },
        ),
      );
  }
  errors.push(...mustBeHttps(checked));
  throwAll(errors, file);
  return { file, content: checked.value, references };
}

/** Addresses that stand in the file itself must be `https://`: the checks send tokens there. */
function mustBeHttps(checked: Checked<SmokeProfile['content']>): readonly UserError[] {
  const { api, site } = checked.value;
  const addresses: readonly { readonly path: FilePath; readonly value: string | undefined }[] = [
    { path: ['api', 'url'], value: api?.url },
    { path: ['site', 'url'], value: site?.url },
  ];
  return addresses
    .filter(({ value }) => value !== undefined && !value.includes('${') && !/^https:\/\/[^/]/.test(value))
    .map(
      ({ path, value }) =>
        new UserError('SMOKE_ADDRESS', `${path.join('.')} is "${value ?? ''}"; it must begin with https://`, {
          at: checked.locate(path),
        }),
    );
}

function texts(
  value: unknown,
  path: FilePath,
): readonly { readonly path: FilePath; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => texts(entry, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, entry]) => texts(entry, [...path, key]));
}
