/** A language model as the rest of Yaffle sees it: one question, one reply. What a model writes is data, never an instruction. */

export type ChatPart =
  | { readonly type: "text"; readonly text: string }
  /** A picture as a `data:` URI. */
  | { readonly type: "image"; readonly uri: string };

export interface ChatRequest {
  /** What the model is to do. Nothing that a caller sent belongs here. */
  readonly instructions: string;
  /** What it is to do it with. */
  readonly parts: readonly ChatPart[];
  /** Most tokens of the reply. */
  readonly maxTokens: number;
  /** The form of the reply; null for plain text. */
  readonly form: ReplyForm | null;
  /** Whether the chances of the tokens are wanted, where the server gives them. */
  readonly withChances: boolean;
  /** Where given, the reply is streamed and broken off as soon as it is longer: it could only be refused. */
  readonly maxCharacters: number | null;
}

export interface ReplyForm {
  /** Letters and underscores. */
  readonly name: string;
  /** A JSON schema whose objects name all their fields as required. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A token and the chance that the model gave it, 0 to 1. */
export interface TokenChance {
  readonly token: string;
  readonly probability: number;
}

export interface ChatReply {
  readonly text: string;
  /** The tokens of the reply in order, each with its likeliest rivals (itself among them); empty where the server gives no chances. */
  readonly tokens: readonly (TokenChance & { readonly rivals: readonly TokenChance[] })[];
}

export interface ChatModel {
  /** Its name at the server. */
  readonly name: string;
  /**
   * @throws YaffleError expert_unavailable (cannot be reached, refuses the key, its circuit is open, the tokens are spent), deadline_exceeded,
   *   upstream_failed (declined, or a reply of wrong form); the signal's reason where it aborts
   */
  complete(request: ChatRequest, signal?: AbortSignal): Promise<ChatReply>;
}
