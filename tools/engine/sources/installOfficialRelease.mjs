// @ts-check
/** A program of its own, so that it can be ended: node installOfficialRelease.mjs FOLDER TEMPORARY */
import { mkdir } from "node:fs/promises";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";

const [root, temporary] = process.argv.slice(2);
if (!root || !temporary) throw new Error("usage: installOfficialRelease.mjs FOLDER TEMPORARY");
// The archive is kept there while it arrives: its growth shows that something does arrive.
await mkdir(temporary, { recursive: true });
Object.assign(process.env, { TMPDIR: temporary, TMP: temporary, TEMP: temporary });
// Without a version: the one of the SDK.
await PulumiCommand.install({ root });
