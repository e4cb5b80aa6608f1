/** docs/settings.md, from the table of settings. `npm run document` writes it; a test holds it current. */
import { flagOf, SETTING_KEYS, SETTINGS, type Setting, variableOf } from "./settings.js";

export function documentSettings(): string {
  const rows = SETTING_KEYS.map((key) => {
    const { description, argument, fallback, defaultIs, isSecret, alsoVariable }: Setting<unknown> = SETTINGS[key];
    const standard = isSecret ? "none; kept out of the log" : (defaultIs ?? `\`${fallback}\``);
    return `| \`${flagOf(key)} ${argument}\` | \`${variableOf(key)}\`${alsoVariable === undefined ? "" : `, \`${alsoVariable}\``} | \`${key}\` | ${standard} | ${description} |`;
  });
  return `# Settings

Each setting is a flag, an environment variable and a key of the config file, in that order of precedence. The config file is JSON and is
named by \`--config FILE\` or \`YAFFLE_CONFIG\`; a key that is not known is refused. An empty environment variable counts as none.

| flag | environment | config file | default | meaning |
|---|---|---|---|---|
${rows.join("\n")}

This page is written by \`npm run document\` from src/config/settings.ts.
`;
}
