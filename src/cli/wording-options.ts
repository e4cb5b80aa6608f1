/** Options of a request as flags. What they are is checked where they stand, by the schema that every door has. */
import { Option } from "commander";
import { CLAIM_KINDS } from "../domain/claim.js";
import { POLICIES } from "../domain/judgement.js";
import { PIPELINES } from "../domain/options.js";
import { parseOrRefuse } from "../wire/faults.js";
import { optionsSchema } from "../wire/options.js";

/** As commander hands them over: still text, and known to be right. */
export interface WordingFlags {
  readonly policy?: string;
  readonly boxes?: true;
  readonly kinds?: string;
  readonly pipeline?: string;
}

/** @param more said of the option for this command: "for rows that do not say" */
export function policyOption(more = ""): Option {
  const description = `where verdicts draw their lines${more}: ${POLICIES.join(", ")} (balanced)`;
  return new Option("--policy <NAME>", description).argParser(checked("policy"));
}

export function kindsOption(): Option {
  const description = `kinds of claims to look for, with commas: ${CLAIM_KINDS.join(", ")} (all)`;
  return new Option("--kinds <LIST>", description).argParser(checked("kinds"));
}

export function pipelineOption(): Option {
  return new Option("--pipeline <NAME>", `${PIPELINES.join(" or ")} (rules); woodpecker needs a language model`).argParser(
    checked("pipeline"),
  );
}

/** By their names on the wire; what was not given is left out. */
export function wireOptions({ policy, boxes, kinds, pipeline }: WordingFlags): Readonly<Record<string, unknown>> {
  return {
    ...(policy !== undefined && { policy }),
    ...(boxes !== undefined && { boxes }),
    ...(kinds !== undefined && { kinds: listOf(kinds) }),
    ...(pipeline !== undefined && { pipeline }),
  };
}

function checked(name: "policy" | "kinds" | "pipeline"): (text: string) => string {
  return (text) => {
    parseOrRefuse(optionsSchema.shape[name], name === "kinds" ? listOf(text) : text, `options.${name}`);
    return text;
  };
}

function listOf(text: string): readonly string[] {
  return text.split(",").map((kind) => kind.trim());
}
