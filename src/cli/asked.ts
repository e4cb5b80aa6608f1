/** When a process that runs until it is told to leave is told so. */

/** Settles at SIGTERM or SIGINT. Asked twice, the process leaves at once. */
export function asked(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}
