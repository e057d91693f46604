/** `npm run docs`, after TypeDoc: writes the pages of docs/ that are generated and committed. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { iamPage } from "./iam";

writeFileSync(path.resolve(__dirname, "../../docs/iam.md"), iamPage());
