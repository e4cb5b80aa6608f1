/** One models folder for all tests, so that the embedded detector is converted once a machine and not once a file. */
import { tmpdir } from "node:os";
import { join } from "node:path";

export const TEST_MODELS_FOLDER = join(tmpdir(), "yaffle-test-models");
