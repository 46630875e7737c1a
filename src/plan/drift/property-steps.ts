/**
 * The steps of a drifted property's path, `/Environment/Variables/LOG_LEVEL` (API reference, PropertyDifference): a JSON
 * pointer (RFC 6901) below the resource's properties.
 */
export function propertySteps(pointer: string): readonly string[] {
  return pointer
    .replace(/^\//, '')
    .split('/')
    .filter((step) => step !== '')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
