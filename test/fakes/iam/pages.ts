/** One page of a list as IAM hands it out: `Marker` goes on where the one before ended. */
export function pageOf<T>(
  all: readonly T[],
  { Marker, MaxItems }: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
  pageSize: number,
): { readonly items: T[]; readonly IsTruncated: boolean; readonly Marker?: string } {
  const start = Marker === undefined ? 0 : Number(Marker.replace('after ', ''));
  const end = start + Math.min(MaxItems ?? pageSize, pageSize);
  const items = all.slice(start, end);
  return end < all.length
    ? { items, IsTruncated: true, Marker: `after ${end}` }
    : { items, IsTruncated: false };
}
