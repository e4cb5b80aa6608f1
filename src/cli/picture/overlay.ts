/** Marks as an SVG that lies over the picture: boxes in the color of their verdict, each with its label inside the picture's edge. */
import type { Verdict } from "../../domain/judgement.js";
import { letter } from "./lettering.js";
import type { Mark } from "./marks.js";

/** Told apart also by those who do not see red and green apart (Okabe and Ito's palette). */
const COLORS: Readonly<Record<Verdict, string>> = { supported: "#009e73", refuted: "#d55e00", unverifiable: "#f0e442" };
const INK: Readonly<Record<Verdict, string>> = { supported: "#ffffff", refuted: "#ffffff", unverifiable: "#000000" };

/** Of the picture's longer side. */
const FONT_SHARE = 1 / 45;
const MIN_FONT_PIXELS = 11;
const MAX_LABEL_CHARACTERS = 48;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

export function overlay(marks: readonly Mark[], size: Size): string {
  const fontPixels = Math.max(MIN_FONT_PIXELS, Math.round(Math.max(size.width, size.height) * FONT_SHARE));
  const stroke = Math.max(2, Math.round(fontPixels / 6));
  const placed: Rectangle[] = [];
  const labels = marks.map((mark) => label(mark, size, fontPixels, placed)).join("");
  const boxes = marks.map((mark) => outline(mark, size, stroke)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${boxes}${labels}</svg>`;
}

/** The line lies within the box, so that a box at the edge keeps its line. */
function outline({ box, verdict }: Mark, { width, height }: Size, stroke: number): string {
  const x = box.x1 * width + stroke / 2;
  const y = box.y1 * height + stroke / 2;
  const boxWidth = Math.max(1, (box.x2 - box.x1) * width - stroke);
  const boxHeight = Math.max(1, (box.y2 - box.y1) * height - stroke);
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${boxWidth.toFixed(1)}" height="${boxHeight.toFixed(1)}"`;
  return `<rect ${place} fill="none" stroke="${COLORS[verdict]}" stroke-width="${stroke}"/>`;
}

function label({ box, label: words, verdict }: Mark, size: Size, fontPixels: number, placed: Rectangle[]): string {
  const padding = Math.round(fontPixels / 4);
  const fitting = fitted(words, size.width - 2 * padding, fontPixels);
  const room = { width: Math.ceil(letter(fitting, 0, 0, fontPixels).width) + 2 * padding, height: fontPixels + 2 * padding };
  const { x, y } = place(box.x1 * size.width, box.y1 * size.height, room, size, placed);
  placed.push({ x, y, ...room });
  const { outline: path } = letter(fitting, x + padding, y + padding + fontPixels * 0.82, fontPixels);
  const back = `<rect x="${x}" y="${y}" width="${room.width}" height="${room.height}" fill="${COLORS[verdict]}"/>`;
  return `${back}<path d="${path}" fill="${INK[verdict]}"/>`;
}

/** Above the box where there is room, else at its top; then down until no other label is covered; always inside the picture. */
function place(
  left: number,
  top: number,
  room: Size,
  size: Size,
  placed: readonly Rectangle[],
): { readonly x: number; readonly y: number } {
  const x = Math.round(Math.max(0, Math.min(left, size.width - room.width)));
  const lowest = Math.max(0, size.height - room.height);
  const first = Math.round(Math.min(lowest, top >= room.height ? top - room.height : top));
  for (let y = first; y <= lowest; y += room.height) {
    if (!placed.some((other) => meets({ x, y, ...room }, other))) return { x, y };
  }
  return { x, y: first };
}

function meets(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Cut until it fits the picture's width. */
function fitted(words: string, width: number, fontPixels: number): string {
  let characters = [...words].slice(0, MAX_LABEL_CHARACTERS);
  let text = characters.length < [...words].length ? `${characters.join("")}…` : words;
  while (characters.length > 1 && letter(text, 0, 0, fontPixels).width > width) {
    characters = characters.slice(0, -1);
    text = `${characters.join("")}…`;
  }
  return text;
}
