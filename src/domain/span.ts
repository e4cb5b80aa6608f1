/** Half-open range of UTF-16 offsets into a text, by default the original response. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two ranges share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest range that holds every given one. */
export function cover(first: Span, ...others: readonly Span[]): Span {
  return others.reduce((whole, span) => ({ start: Math.min(whole.start, span.start), end: Math.max(whole.end, span.end) }), first);
}
