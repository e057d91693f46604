import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";

/** How to reach the service. What is absent comes from the AWS SDK's own chain: environment, profile, role. */
export interface Settings {
  region?: string;
  profile?: string;
}

/** Calls are tried this often: the SDK's standard retry mode, for what it knows to be worth repeating. */
const MAX_ATTEMPTS = 5;

const clients = new Map<string, Promise<PinpointSMSVoiceV2>>();

/** The client for these settings; loaded on the first call, since a run without a call needs none, and shared. */
export function client({ region, profile }: Settings): Promise<PinpointSMSVoiceV2> {
  const key = JSON.stringify([region, profile]);
  const existing = clients.get(key);
  if (existing) return existing;
  const created = load({ region, profile });
  clients.set(key, created);
  return created;
}

async function load(settings: Settings): Promise<PinpointSMSVoiceV2> {
  const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
  const loaded = new PinpointSMSVoiceV2({
    ...(settings.region === undefined ? {} : { region: settings.region }),
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    maxAttempts: MAX_ATTEMPTS,
  });
  loaded.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const date = Date.parse(dateHeader(result.response) ?? "");
      if (typeof result.output === "object" && !Number.isNaN(date)) answeredAt.set(result.output, date);
      return result;
    },
    // High: around the client's own deserializer, so that there is an output.
    { step: "deserialize", priority: "high", name: "rememberDateOfAnswer" },
  );
  return loaded;
}

function dateHeader(response: unknown): string | undefined {
  return (response as { headers?: Record<string, string> }).headers?.date;
}

const answeredAt = new WeakMap<object, number>();

/** The service's clock, to the second, when it gave this answer: milliseconds since 1970. */
export function dateOfAnswer(answer: object): number | undefined {
  return answeredAt.get(answer);
}
