/** `npm run schema`: writes schema.json anew. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { generateSchema } from "./generate";

writeFileSync(path.resolve(__dirname, "../../schema.json"), generateSchema());
