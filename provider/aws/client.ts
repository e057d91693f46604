import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { Pace } from "./pace";
import { roleCredentials } from "./role";

/** How to reach the service. What is absent comes from the AWS SDK's own chain: environment, profile, role. */
export interface Settings {
  /** The AWS region, unless a resource declares its own or was made in one. */
  region?: string;
  /** A profile of the shared AWS configuration files; it may assume a role. */
  profile?: string;
  /** The ARN of an IAM role to assume; the credentials of `profile` or of the AWS SDK's own chain assume it. */
  assumeRoleArn?: string;
  /** How the session of the role is called: 2-64 characters. @default "pulumi-sms-registrations" */
  assumeRoleSessionName?: string;
  /** What the role asks for of others that assume it. */
  assumeRoleExternalId?: string;
  /** How long a session of the role lasts before it is renewed: from `15m` to `12h`. @default "1h" */
  assumeRoleDuration?: string;
  /** The service's URL, of a simulator for instance. */
  endpoint?: string;
  /** The AWS SDK's retry modes; `adaptive` also slows down where the service throttles. @default "adaptive" */
  retryMode?: "adaptive" | "standard";
  /** How often a call is tried. @default 10 */
  maxAttempts?: number;
  /** How many requests are sent a second at the most, retries included. @default 10 */
  callsPerSecond?: number;
}

const clients = new Map<string, Promise<PinpointSMSVoiceV2>>();

/** The client for these settings; loaded on the first call, since a run without a call needs none, and shared. */
export function client(settings: Settings): Promise<PinpointSMSVoiceV2> {
  const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
  const existing = clients.get(key);
  if (existing) return existing;
  const created = load(settings);
  clients.set(key, created);
  return created;
}

async function load({ callsPerSecond = 10, retryMode = "adaptive", maxAttempts = 10, ...place }: Settings) {
  const [{ PinpointSMSVoiceV2 }, { default: pThrottle }] = await Promise.all([
    import("@aws-sdk/client-pinpoint-sms-voice-v2"),
    import("p-throttle"),
  ]);
  // The SDK takes a member that is there but undefined for a setting.
  const { region, profile, endpoint } = place;
  const wanted = { region, profile, endpoint, credentials: await roleCredentials(place) };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const loaded = new PinpointSMSVoiceV2({ ...given, retryMode, maxAttempts });
  const turn = pThrottle({ limit: callsPerSecond, interval: 1000, strict: true })(() => undefined);
  const paces = new Map<string | undefined, Pace>();
  loaded.middlewareStack.add(
    (next, { commandName }) => {
      const pace = paces.get(commandName) ?? new Pace(async () => turn());
      paces.set(commandName, pace);
      return async (args) => {
        await pace.turn();
        try {
          const result = await next(args);
          pace.through();
          return result;
        } catch (error) {
          if (isThrottling(error)) pace.throttled();
          throw error;
        }
      };
    },
    // Low: inside the retries, so that each of them waits for its turn, too.
    { step: "finalizeRequest", priority: "low", name: "waitForTurn" },
  );
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

function isThrottling(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "ThrottlingException" || $metadata?.httpStatusCode === 429;
}

function dateHeader(response: unknown): string | undefined {
  return (response as { headers?: Record<string, string> }).headers?.date;
}

const answeredAt = new WeakMap<object, number>();

/** The service's clock, to the second, when it gave this answer: milliseconds since 1970. */
export function dateOfAnswer(answer: object): number | undefined {
  return answeredAt.get(answer);
}
