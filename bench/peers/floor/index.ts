/** The floor: as many dynamic resources, with as much in them, that do nothing. What is left is the engine. */
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

const nothing: pulumi.dynamic.ResourceProvider = {
  create: async (inputs) => ({ id: "nothing", outs: inputs }),
};

class Nothing extends pulumi.dynamic.Resource {
  constructor(name: string, args: pulumi.Inputs) {
    super(nothing, name, args);
  }
}

for (const { name, registrationType, fields } of JSON.parse(readFileSync("declared.json", "utf8"))) {
  const registration = new Nothing(name, { registrationType });
  new Nothing(`${name}-version`, { registrationId: registration.id, fields });
}
