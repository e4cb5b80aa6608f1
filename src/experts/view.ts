/** One picture on its way past the experts. */
import type { Picture } from "../domain/picture.js";
import type { Patience } from "./call.js";

export interface View {
  readonly picture: Picture;
  /** Its index in the request. */
  readonly image: number;
  readonly patience: Patience;
}
