/** A judge whose every reply is kept, those of wrong form too: whoever doubts a mark must be able to read why it was given. */
import type { ChatModel } from "../../runtime/openai/chat.js";
import type { KeptReply } from "./rows.js";

/** The same model; what it says goes to `replies`. @param order the texts as the judge sees them */
export function keepingReplies(model: ChatModel, order: KeptReply["order"], replies: KeptReply[]): ChatModel {
  return {
    name: model.name,
    complete: async (request, signal) => {
      const reply = await model.complete(request, signal);
      replies.push({ order, text: reply.text });
      return reply;
    },
  };
}
