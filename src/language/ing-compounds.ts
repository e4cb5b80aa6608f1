/**
 * Words in -ing that are half of a noun: "a dining table", "a parking lot". Where a deed could be meant as well ("people riding boots"),
 * the pair is listed only if nobody would say so.
 */

const PAIRS: readonly (readonly [first: string, second: string])[] = [
  ["dining", "table tables room rooms area hall set chair chairs car cars"],
  ["parking", "lot lots meter meters garage garages space spaces spot spots area areas"],
  ["living", "room rooms area space spaces"],
  ["waiting", "room rooms area areas"],
  ["sitting", "room rooms area areas"],
  ["seating", "area areas"],
  ["dressing", "room rooms table tables gown"],
  ["changing", "table tables room rooms"],
  ["shopping", "bag bags cart carts center centre mall malls area basket baskets trolley"],
  ["swimming", "pool pools cap goggles suit"],
  ["cutting", "board boards mat"],
  ["frying", "pan pans"],
  ["boxing", "ring glove gloves"],
  ["wedding", "cake cakes dress dresses ring rings gown gowns cup"],
  ["ironing", "board boards table"],
  ["mixing", "bowl bowls spoon"],
  ["serving", "bowl bowls tray trays platter spoon"],
  ["measuring", "cup cups spoon spoons tape"],
  ["cooking", "area pot pan utensil utensils"],
  ["baking", "sheet sheets pan pans tray trays dish"],
  ["drinking", "glass glasses fountain fountains"],
  ["reading", "glasses lamp chair chairs room nook"],
  ["gaming", "console consoles system systems controller controllers chair laptop"],
  ["sleeping", "bag bags area"],
  ["washing", "machine machines area"],
  ["sewing", "machine machines"],
  ["vending", "machine machines"],
  ["rocking", "chair chairs horse horses"],
  ["rolling", "pin pins suitcase"],
  ["steering", "wheel wheels"],
  ["landing", "gear strip"],
  ["fishing", "boat boats pole poles rod rods net nets line gear vessel"],
  ["hiking", "trail trails boots gear pole poles"],
  ["walking", "path paths trail trails stick sticks cane"],
  ["running", "shoe shoes track"],
  ["riding", "boots helmet gear"],
  ["skating", "rink park ramp"],
  ["skiing", "area gear"],
  ["surfing", "area board boards gear"],
  ["skateboarding", "area park gear ramp"],
  ["snowboarding", "area gear"],
  ["watering", "can cans hole"],
];

const SECONDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(PAIRS.map(([first, second]) => [first, new Set(second.split(" "))]));

/** @param words lower case; @param index of the word in -ing */
export function isIngCompound(words: readonly string[], index: number): boolean {
  return SECONDS.get(words[index] ?? "")?.has(words[index + 1] ?? "") ?? false;
}
