import { clock } from "../../../src/clock.js";
import { loadTextReader } from "../../../src/experts/text-reader/load.js";
import { meteredTextReader } from "../../../src/experts/wrappers/metered.js";
import { describeTextReader } from "../../contract/text-reader.js";

const load = () => loadTextReader("ppocr-v4", { threads: 1 });

describeTextReader("PP-OCRv4", load);
describeTextReader("a metered reader", async () => meteredTextReader(await load(), { clock: clock, tell: () => undefined }));
