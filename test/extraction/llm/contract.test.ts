import { clock } from "../../../src/clock.js";
import type { ClaimReader } from "../../../src/domain/ports.js";
import { meteredReader } from "../../../src/experts/wrappers/metered.js";
import { createChatReader } from "../../../src/extraction/llm/chat-reader.js";
import { describeClaimReader, type ReadingModel } from "../../contract/claim-reader.js";
import { connectTo } from "../../support/model-server.js";
import { openOpenaiServer, sayJson } from "../../support/openai-server.js";

async function open(model: ReadingModel): Promise<ClaimReader> {
  const stub = await openOpenaiServer(() => (model === "fails" ? { type: "status", status: 500 } : sayJson(model)));
  const { server } = await connectTo(stub.url, { retries: 0 });
  const reader = createChatReader(server.model("reader-1"), "openai:reader-1");
  return { ...reader, close: () => reader.close().then(() => stub.close().catch(() => undefined)) };
}

describeClaimReader("a model behind OpenAI's protocol", open);
describeClaimReader("a metered reader", async (model) => meteredReader(await open(model), { clock, tell: () => undefined }));
