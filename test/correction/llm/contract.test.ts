import { clock } from "../../../src/clock.js";
import { createChatWriter } from "../../../src/correction/llm/chat-writer.js";
import type { Writer } from "../../../src/domain/ports.js";
import { meteredWriter } from "../../../src/experts/wrappers/metered.js";
import { describeWriter, type WritingModel } from "../../contract/writer.js";
import { connectTo } from "../../support/model-server.js";
import { openOpenaiServer, sayJson } from "../../support/openai-server.js";

type Step = Exclude<keyof Exclude<WritingModel, "fails">, number>;

async function open(model: WritingModel): Promise<Writer> {
  const stub = await openOpenaiServer(({ body }) => {
    if (model === "fails") return { type: "status", status: 500 };
    const format = body["response_format"] as { readonly json_schema?: { readonly name?: Step } } | undefined;
    return sayJson(model[format?.json_schema?.name ?? "concepts"]);
  });
  const { server } = await connectTo(stub.url, { retries: 0 });
  const writer = createChatWriter(server.model("writer-1"), "openai:writer-1");
  return { ...writer, close: () => writer.close().then(() => stub.close().catch(() => undefined)) };
}

describeWriter("a model behind OpenAI's protocol", open);
describeWriter("a metered writer", async (model) => meteredWriter(await open(model), { clock, tell: () => undefined }));
