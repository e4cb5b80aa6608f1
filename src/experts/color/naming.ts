/**
 * The eleven basic color terms of a pixel, by lightness, chroma and hue in CIELAB.
 *
 * The borders follow where English speakers change the word (B. Berlin & P. Kay 1969; the naming experiments of J. Sturges & T. Whitfield,
 * "Locating basic colours in the Munsell space", 1995), set by hand on sRGB. Near a border two people disagree, and so may this.
 */
import { lch65 } from "culori";
import { BASIC_COLORS, type BasicColor } from "../../language/vocabulary/colors.js";

/** Below it the eye sees no hue: chroma, and for dark and bluish colors a little more. */
const NEUTRAL_CHROMA = 10;
const NEUTRAL_CHROMA_DARK = 14;
const NEUTRAL_CHROMA_BLUE = 13;

/** Lightness below which all is black, and neutral colors are; above which neutral ones are white. */
const PITCH_DARK = 12;
const BLACK_BELOW = 27;
const WHITE_ABOVE = 76;

/** @param red each 0 to 255 */
export function nameOf(red: number, green: number, blue: number): BasicColor {
  const { l, c, h = 0 } = lch65({ mode: "rgb", r: red / 255, g: green / 255, b: blue / 255 });
  if (l < PITCH_DARK || c < neutralBelow(l, h)) return neutralName(l);
  return hueName(l, c, h);
}

function neutralBelow(lightness: number, hue: number): number {
  if (lightness < BLACK_BELOW) return NEUTRAL_CHROMA_DARK;
  return hue > 220 && hue < 310 ? NEUTRAL_CHROMA_BLUE : NEUTRAL_CHROMA;
}

function neutralName(lightness: number): BasicColor {
  if (lightness < BLACK_BELOW) return "black";
  return lightness > WHITE_ABOVE ? "white" : "gray";
}

/** Hue angles in degrees: pure red 40, orange 65, yellow 100, green 136, cyan 196, blue 290 to 306, magenta 328. */
function hueName(lightness: number, chroma: number, hue: number): BasicColor {
  if (hue < 20 || hue >= 345) return lightness >= 58 ? "pink" : "red";
  if (hue < 48) return redOrBrown(lightness, chroma);
  if (hue < 72) return lightness >= 55 && chroma >= 48 ? "orange" : (pale(lightness, chroma) ?? "brown");
  if (hue < 84) return lightness >= 62 && chroma >= 48 ? (hue < 78 ? "orange" : "yellow") : (pale(lightness, chroma) ?? "brown");
  if (hue < 112) return yellowish(lightness, chroma, hue);
  if (hue < 192) return "green";
  if (hue < 300) return "blue";
  if (hue < 312) return lightness < 60 && chroma > 50 ? "blue" : "purple";
  if (hue < 332) return "purple";
  return lightness >= 55 ? "pink" : "purple";
}

function redOrBrown(lightness: number, chroma: number): BasicColor {
  if (lightness >= 65 && chroma < 50) return pale(lightness, chroma) ?? "pink";
  return chroma >= 32 ? "red" : "brown";
}

function yellowish(lightness: number, chroma: number, hue: number): BasicColor {
  if (lightness >= 55 && chroma >= 38) return "yellow";
  if (hue >= 102 && lightness < 80) return "green";
  return pale(lightness, chroma) ?? "brown";
}

/** Cream, and white things in warm light, are called white. */
function pale(lightness: number, chroma: number): BasicColor | null {
  return lightness > 80 && chroma < 18 ? "white" : null;
}

const BITS = 5;
const LEVELS = 2 ** BITS;
const STEP = 256 / LEVELS;

/** The names of all colors at five bits a channel, as indices into `BASIC_COLORS`: what makes naming a thousand pixels cheap. */
export function nameTable(): Uint8Array {
  const table = new Uint8Array(LEVELS ** 3);
  for (let index = 0; index < table.length; index += 1) {
    const [red, green, blue] = [index >> (2 * BITS), (index >> BITS) & (LEVELS - 1), index & (LEVELS - 1)];
    const middle = (level: number): number => (level + 0.5) * STEP;
    table[index] = BASIC_COLORS.indexOf(nameOf(middle(red), middle(green), middle(blue)));
  }
  return table;
}

/** Where a color stands in the table. @param red each 0 to 255 */
export function tableIndex(red: number, green: number, blue: number): number {
  return (((red >> 3) << (2 * BITS)) | ((green >> 3) << BITS) | (blue >> 3)) & (LEVELS ** 3 - 1);
}
