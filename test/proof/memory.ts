import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { forms } from "../../simulator";
import { type Place, withoutPauses } from "./crashPoints";
import { type Declared, Engine } from "./engine";
import { inProcess } from "./process";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const FIELD = "companyInfo.companyName";

/** What one process keeps: bytes of the heap that each round of refresh and `up` adds, after the first ones. */
export async function growthPerRound({ simulator, host }: Place, { rounds }: { rounds: number }): Promise<number> {
  const { control, url } = simulator;
  await control.reset();
  for (const { FieldPath, FieldRequirement } of forms.get(BRAND)?.fields ?? []) {
    if (FieldRequirement === "OPTIONAL" || FieldPath === FIELD) continue;
    await control.defineField(BRAND, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
  const engine = new Engine();
  return withoutPauses(simulator, () =>
    inProcess({ endpoint: url, host }, async (process) => {
      const round = async (number: number) => {
        // Another form each time: what is kept of each would add up.
        engine.program = program(number);
        await engine.up(process);
        await engine.refresh(process);
        await control.clearCalls();
      };
      for (let number = 0; number < rounds; number++) await round(number);
      const before = heapUsed();
      for (let number = rounds; number < 2 * rounds; number++) await round(number);
      return (heapUsed() - before) / rounds;
    }),
  );
}

function program(number: number): Declared[] {
  const fields = { [FIELD]: `${"Example ".repeat(10)}${number}`.slice(0, 100) };
  return [
    {
      name: "registration",
      type: "Registration",
      inputs: () => ({ registrationType: BRAND, identity: "registration" }),
    },
    {
      name: "version",
      type: "RegistrationVersion",
      inputs: (ids) => ({ registrationId: ids.registration, fields, submit: false }),
    },
  ];
}

let gc: (() => void) | undefined;

function heapUsed(): number {
  if (gc === undefined) {
    setFlagsFromString("--expose-gc");
    gc = runInNewContext("gc") as () => void;
  }
  for (let times = 0; times < 3; times++) gc();
  return process.memoryUsage().heapUsed;
}
