/** What each command does, in the order of the help: said here, so that the help lists the commands without reading what they need. */

export const SUMMARIES = {
  correct: "judge every claim of a response and mend what is refuted",
  verify: "judge every claim of a response, and change nothing",
  audit: "check and correct many responses: results.jsonl, errors.jsonl and summary.json in a folder",
  work: "work on the rows of audits that were started with --queue; on SIGTERM or SIGINT it finishes what it has",
  serve: "serve HTTP and gRPC; logs one JSON line with both addresses when ready",
  models: "the models: which there are, whether they are whole, fetch one, remove one",
  score: "score answer files as the published scorers do, each rate with a 95% interval",
  compare: "two audits of the same rows side by side, each difference with its interval or a paired test",
  export: "give what an audit found to other programs",
  evaluate:
    "measure how right Yaffle is on photographs with truth, with any detector, answerer and scorer: tables on standard output, all figures in a file",
} as const;

export type CommandName = keyof typeof SUMMARIES;
