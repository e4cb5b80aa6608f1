#!/usr/bin/env node
/** The executable. */
import { runProgram } from "./program.js";

/** Whoever reads may have read enough (`yaffle models list | head`): that is no failure of ours, and there is nobody left to tell. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

process.exitCode = await runProgram(process.argv.slice(2));
