/** Draws the signs that the text reader's tests read, into test/fixtures/writing. Run it where a sans-serif font is installed. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const FOLDER = fileURLToPath(new URL("../../test/fixtures/writing/", import.meta.url));

const SIGNS: Readonly<Record<string, string>> = {
  "stop.png": `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#7aa6c8"/>
    <polygon points="120,40 200,40 250,90 250,150 200,200 120,200 70,150 70,90" fill="#b01722"/>
    <text x="160" y="138" font-family="sans-serif" font-weight="bold" font-size="52" fill="white" text-anchor="middle">STOP</text></svg>`,
  "street.png": `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200"><rect width="480" height="200" fill="#d9d4c4"/>
    <g transform="rotate(-6 240 100)"><rect x="40" y="60" width="400" height="80" fill="#14603a"/>
    <text x="240" y="116" font-family="sans-serif" font-size="44" fill="white" text-anchor="middle">Main Street 42</text></g></svg>`,
};

await mkdir(FOLDER, { recursive: true });
for (const [name, drawing] of Object.entries(SIGNS)) {
  await sharp(Buffer.from(drawing)).removeAlpha().png({ compressionLevel: 9, palette: true, colours: 16 }).toFile(`${FOLDER}${name}`);
}
