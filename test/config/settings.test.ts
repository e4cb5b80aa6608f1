import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentSettings } from "../../src/config/document.js";
import { defaultModelsFolder } from "../../src/config/models-folder.js";
import { readSettings, type Sources, withoutSecrets } from "../../src/config/read.js";
import { SETTING_KEYS, variableOf } from "../../src/config/settings.js";
import { asYaffleError } from "../../src/domain/error.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { LOG_LEVELS } from "../../src/telemetry/log.js";

function configFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "yaffle-config-")), "yaffle.json");
  writeFileSync(file, text);
  return file;
}

function refusalOf(sources: Sources): { readonly code: string; readonly message: string; readonly paths: readonly string[] } {
  try {
    readSettings(sources);
  } catch (thrown) {
    const { code, message, faults } = asYaffleError(thrown);
    return { code, message, paths: faults.map(({ path }) => path) };
  }
  throw new Error("the settings were taken");
}

describe("settings", () => {
  it("come from the flag before the environment, the environment before the file, the file before the default", () => {
    const file = configFile('{"http_port": 1, "grpc_port": 2, "max_queued": 3}');
    const environment = { YAFFLE_HTTP_PORT: "10", YAFFLE_GRPC_PORT: "20" };
    const settings = readSettings({ flags: { http_port: "100" }, configFile: file, environment });
    expect(settings).toMatchObject({ http_port: 100, grpc_port: 20, max_queued: 3, max_concurrent: 4 });
  });

  it("may stand in the file as they stand on the command line", () => {
    expect(readSettings({ flags: {}, environment: { YAFFLE_CONFIG: configFile('{"http-port": "81"}') } }).http_port).toBe(81);
  });

  it("are the pipeline's limits where nothing is set", () => {
    const settings = readSettings({ flags: {}, environment: {} });
    expect({
      maxImageBytes: settings.max_image_bytes,
      maxImagePixels: settings.max_image_pixels,
      maxResponseCharacters: settings.max_response_characters,
      maxImages: settings.max_images,
      timeoutMs: settings.timeout_ms,
      expertTimeoutMs: settings.expert_timeout_ms,
    }).toEqual(DEFAULT_LIMITS);
  });

  it("that are wrong are named one by one, as the user wrote them", () => {
    const environment = { YAFFLE_GRPC_PORT: "70000", YAFFLE_LOG_LEVEL: "loud" };
    const { code, message, paths } = refusalOf({ flags: { http_port: "80a" }, environment });
    expect(code).toBe("invalid_request");
    expect(paths).toEqual(["--http-port", "YAFFLE_GRPC_PORT", "YAFFLE_LOG_LEVEL"]);
    expect(message).toContain('--http-port: must be a whole number from 0 to 65535, not "80a"');
    expect(message).toContain("must be one of trace, debug, info, warn, error, fatal, silent");
  });

  it("that are none are refused in the file", () => {
    expect(refusalOf({ flags: {}, configFile: configFile('{"htp_port": 1}'), environment: {} }).message).toContain("htp_port");
  });

  it("cannot come from a file that is missing, no JSON or no object", () => {
    expect(refusalOf({ flags: {}, configFile: "/nowhere/yaffle.json", environment: {} }).message).toContain("cannot be read");
    expect(refusalOf({ flags: {}, configFile: configFile("{"), environment: {} }).message).toContain("not valid JSON");
    expect(refusalOf({ flags: {}, configFile: configFile("[]"), environment: {} }).message).toContain("one JSON object");
  });

  it("count an empty variable as none", () => {
    expect(readSettings({ flags: {}, environment: { YAFFLE_HTTP_PORT: "", YAFFLE_CONFIG: "" } }).http_port).toBe(8080);
  });

  it("each have a variable of their own", () => {
    expect(new Set(SETTING_KEYS.map(variableOf)).size).toBe(SETTING_KEYS.length);
    expect(variableOf("models_dir")).toBe("YAFFLE_MODELS_DIR");
  });

  it("that are secret are not shown", () => {
    const table = { key: { isSecret: true }, port: {} } as const;
    expect(withoutSecrets({ key: "s3cret", port: 1 }, table)).toEqual({ key: "(set)", port: 1 });
    expect(withoutSecrets({ key: null, port: 1 }, table)).toEqual({ key: null, port: 1 });
  });

  it("know the log's levels", () => {
    for (const level of LOG_LEVELS) expect(readSettings({ flags: { log_level: level }, environment: {} }).log_level).toBe(level);
  });

  it("are documented as they are; npm run document brings the page up to date", () => {
    expect(readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8")).toBe(documentSettings());
  });
});

describe("the models folder", () => {
  it("is in the cache folder of the system", () => {
    expect(defaultModelsFolder({ XDG_CACHE_HOME: "/cache" }, "linux", "/home/a")).toBe(join("/cache", "yaffle", "models"));
    expect(defaultModelsFolder({}, "linux", "/home/a")).toBe(join("/home/a", ".cache", "yaffle", "models"));
    expect(defaultModelsFolder({}, "darwin", "/Users/a")).toBe(join("/Users/a", "Library", "Caches", "yaffle", "models"));
    expect(defaultModelsFolder({ LOCALAPPDATA: "/local" }, "win32", "/u")).toBe(join("/local", "yaffle", "models"));
  });
});
