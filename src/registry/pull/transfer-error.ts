/** Why one source did not give a file, and whether it may yet. What no source can mend (a full disk) is a YaffleError instead. */
import { YaffleError } from "../../domain/error.js";
import { codeOf } from "../../files.js";

export class TransferError extends Error {
  override readonly name = "TransferError";
  /** `again`: the same source may go on; `elsewhere`: it will not. */
  readonly remedy: "again" | "elsewhere";

  constructor(remedy: "again" | "elsewhere", message: string, cause?: unknown) {
    super(message, { cause });
    this.remedy = remedy;
  }
}

/** A fault of the folder that is written to, in words; null where it is none. */
export function folderFault(error: unknown, path: string): YaffleError | null {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new YaffleError("expert_unavailable", `The disk is full: ${path} cannot be written. Free some space and pull again.`, {
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new YaffleError("expert_unavailable", `${path} cannot be written: the folder does not allow it. Set --models-dir.`, {
        cause: error,
      });
    default:
      return null;
  }
}
