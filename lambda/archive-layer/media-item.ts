import * as v from 'valibot';

/** A medium in a step's input and output; its id becomes a part of a key, its name another. */
export const mediaItemSchema = v.strictObject({
  mediaId: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  filename: v.pipe(v.string(), v.regex(/^[\w()-][\w.()-]{0,99}$/)),
  size: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  capturedAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
