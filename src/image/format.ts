/** The formats that are read, known by their first bytes: what a caller says of the type is not believed, and nothing else reaches the decoder. */

export type ImageFormat = "JPEG" | "PNG" | "GIF" | "WebP" | "AVIF";

/** Names for messages. */
export const READABLE_FORMATS = "JPEG, PNG, WebP, GIF or AVIF";

/** @returns null where the bytes begin like none of the formats */
export function formatOf(bytes: Uint8Array): ImageFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "JPEG";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "PNG";
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "GIF";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "WebP";
  if (start.slice(4, 8) === "ftyp" && /avi[fs]/.test(start.slice(8))) return "AVIF";
  return null;
}
