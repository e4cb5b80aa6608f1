/** Percentages as AMBER's scorer prints them. */

/** Below every line, so that nothing is divided by zero. */
const GUARD = 0.001;

/** Of a whole with the guard added, in percent, one decimal. */
export function percent(part: number, whole: number): number {
  return toOneDecimal((part / (whole + GUARD)) * 100);
}

export function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
