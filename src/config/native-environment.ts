/**
 * What native libraries read from the environment when they load. Import this before them.
 *
 * onnxruntime 1.30 keeps usage records of its own under the user's cache folder, and reads the whole command line for them, unless
 * ORT_DISABLE_TELEMETRY says otherwise. A tool that is given people's pictures and texts keeps none; who wants them sets the variable to 0.
 */
process.env["ORT_DISABLE_TELEMETRY"] ??= "1";

/** Whether the records are off; for the test that holds it. */
export const IS_TELEMETRY_OFF = process.env["ORT_DISABLE_TELEMETRY"] === "1";
