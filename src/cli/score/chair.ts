/** `yaffle score chair` */
import { Command, Option } from "commander";
import { readSettings } from "../../config/read.js";
import { YaffleError } from "../../domain/error.js";
import { CHAIR_VARIANTS, type ChairVariant, scoreChair } from "../../scoring/chair/chair.js";
import { readChairFiles, type TruthFiles } from "../../scoring/files/chair-files.js";
import { addSettings, flagsOf } from "../settings-options.js";
import type { World } from "../world.js";
import { type ScoreFlags, withScoreFlags } from "./options.js";
import { present } from "./output.js";

interface ChairFlags extends ScoreFlags {
  readonly captions: string;
  readonly groundTruth?: string;
  readonly annotations?: string;
  readonly humanCaptions?: string;
  readonly variant: ChairVariant;
  readonly config?: string;
}

export function chairCommand({ stdout }: World): Command {
  const command = new Command("chair")
    .description("objects that captions name and the image does not show")
    .requiredOption("--captions <file>", 'a line a caption: {"image_id", "caption"}')
    .option("--ground-truth <file>", '{"<image_id>": ["person", …]}')
    .option("--annotations <file>", "instead of --ground-truth: a COCO instances file")
    .option("--human-captions <file>", "with --annotations: a COCO captions file; what people named counts as shown")
    .addOption(
      new Option("--variant <name>", "original: as published, slips included; yaffle: this project's vocabulary")
        .choices(CHAIR_VARIANTS)
        .default("original"),
    );
  return addSettings(withScoreFlags(command), ["cache_dir"]).action(async (flags: ChairFlags) => {
    const { cache_dir: cacheFolder } = readSettings({ flags: flagsOf({ ...flags }), configFile: flags.config });
    const { captions, truth } = await readChairFiles(flags.captions, truthFiles(flags, cacheFolder), flags.variant);
    await present(scoreChair(captions, truth, flags.variant, flags), flags, stdout);
  });
}

function truthFiles({ groundTruth, annotations, humanCaptions }: ChairFlags, cacheFolder: string): TruthFiles {
  if (groundTruth !== undefined && annotations === undefined && humanCaptions === undefined) return { type: "stated", groundTruth };
  if (annotations !== undefined && groundTruth === undefined)
    return { type: "annotated", annotations, humanCaptions: humanCaptions ?? null, cacheFolder };
  const message = "Give either --ground-truth, or --annotations with or without --human-captions.";
  throw new YaffleError("invalid_request", message, { faults: [{ path: "ground-truth", message }] });
}
