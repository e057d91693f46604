/** How long one form takes to be written, without the engine: ours beside one call after the other. */
import { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { dynamic } from "@pulumi/pulumi";
import { declare, defineForm } from "./form";
import type { Results } from "./record";
import { startService } from "./service";

const RATES = [10, 100];

export async function oneForm(latencyMs: number, results: Results): Promise<void> {
  const service = await startService();
  try {
    await defineForm(service.control);
    await service.control.settings({ latencyMs });
    const rows = [{ who: "one call after the other", ...(await timed(await inTurn(service.url), service)) }];
    for (const rate of RATES) {
      const who = `ours, callsPerSecond ${rate}`;
      rows.push({ who, ...(await timed(await ours(service.url, rate), service)) });
    }
    results.figures[`One form of 25 fields, ${latencyMs} ms a call`] = rows;
  } finally {
    service.close();
  }
}

type Service = Awaited<ReturnType<typeof startService>>;

async function timed(write: () => Promise<unknown>, { control }: Service) {
  await control.clearCalls();
  const startedMs = performance.now();
  await write();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(2);
  return { "wall s": seconds, calls: (await control.calls()).length };
}

const [{ fields, registrationType }] = declare(1) as [ReturnType<typeof declare>[0]];
const CREDENTIALS = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "the simulator does not check it" };

/** Every put waits for the one before. The registration is there already, and the client is loaded. */
async function inTurn(endpoint: string): Promise<() => Promise<unknown>> {
  const sms = new PinpointSMSVoiceV2({ endpoint, region: "us-east-1", credentials: CREDENTIALS });
  const { RegistrationId } = await sms.createRegistration({ RegistrationType: registrationType });
  return async () => {
    for (const [FieldPath, value] of Object.entries(fields)) {
      const member = typeof value === "string" ? { TextValue: value } : { SelectChoices: value };
      await sms.putRegistrationFieldValue({ RegistrationId, FieldPath, ...member });
    }
    await sms.submitRegistrationVersion({ RegistrationId });
  };
}

/** What the engine does with a new RegistrationVersion: check, then create. */
async function ours(endpoint: string, callsPerSecond: number): Promise<() => Promise<unknown>> {
  process.env.AWS_ACCESS_KEY_ID = CREDENTIALS.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = CREDENTIALS.secretAccessKey;
  const config = new Map([
    ["aws:region", "us-east-1"],
    ["sms-registrations:endpoint", endpoint],
    ["sms-registrations:callsPerSecond", String(callsPerSecond)],
  ]);
  const [registration, version] = ["registration", "registrationVersion"].map(
    (name) => require(`../dist/provider/hosts/dynamic/${name}.js`) as dynamic.ResourceProvider,
  );
  for (const provider of [registration, version]) {
    await provider?.configure?.({ config: { get: (key) => config.get(key), require: (key) => config.get(key) ?? "" } });
  }
  const created = await registration?.create?.({ registrationType, identity: `one form at ${callsPerSecond}` });
  const inputs = { registrationId: created?.id, registrationType, fields };
  return async () => {
    const checked = await version?.check?.({}, inputs);
    if (checked?.failures?.length) throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
    await version?.create?.(checked?.inputs);
  };
}
