/** Numbers on the command line, refused with what would be right. */
import { InvalidArgumentError } from "commander";

/** A whole number in digits. */
export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,15}$/.test(text) || value < least) throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return value;
  };
}

/** A part of a whole, 0 to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) throw new InvalidArgumentError("Give a number from 0 to 1.");
  return value;
}
