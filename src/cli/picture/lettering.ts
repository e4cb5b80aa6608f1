/** Words as outlines. A machine may have no fonts at all, so the letters come from a package and are drawn as shapes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype, { type Font } from "opentype.js";

const FONT_FILE = "@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff";

let font: Font | null = null;

export interface Lettering {
  /** SVG path data, with the left end of the baseline at the given point. */
  readonly outline: string;
  /** In pixels. */
  readonly width: number;
}

/**
 * Letter by letter, without the ligatures and kerning that a typesetter would add: a label needs neither.
 * @param size of the font in pixels
 */
export function letter(text: string, x: number, baseline: number, size: number): Lettering {
  font ??= loadFont();
  let width = 0;
  let outline = "";
  for (const character of text) {
    const glyph = font.charToGlyph(character);
    outline += glyph.getPath(x + width, baseline, size).toPathData(1);
    width += ((glyph.advanceWidth ?? 0) * size) / font.unitsPerEm;
  }
  return { outline, width };
}

function loadFont(): Font {
  const file = readFileSync(createRequire(import.meta.url).resolve(FONT_FILE));
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}
