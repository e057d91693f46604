import type { PinpointSMSVoiceV2ClientConfig } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { durationMs } from "../lifecycle/duration";
import type { Settings } from "./client";

/** How the session is called in the logs of the role's account, unless it is told. */
const SESSION_NAME = "pulumi-sms-registrations";

type Credentials = PinpointSMSVoiceV2ClientConfig["credentials"];

/** STS did not give the role. The words are its own, without the external id. */
class AssumeRoleError extends Error {
  override readonly name = "AssumeRoleError";
}

/** The credentials of the role, renewed before they end; `undefined` where none is to be assumed. */
export async function roleCredentials(settings: Settings): Promise<Credentials> {
  const { assumeRoleArn, assumeRoleExternalId, assumeRoleDuration, region, profile } = settings;
  if (assumeRoleArn === undefined) return undefined;
  const { fromNodeProviderChain, fromTemporaryCredentials } = await import("@aws-sdk/credential-providers");
  const clientConfig = region === undefined ? {} : { region };
  const assume = fromTemporaryCredentials({
    // Named, so that a profile comes before credentials of the environment, as it does without a role.
    masterCredentials: fromNodeProviderChain({ ...(profile === undefined ? {} : { profile }), clientConfig }),
    clientConfig,
    params: {
      RoleArn: assumeRoleArn,
      RoleSessionName: settings.assumeRoleSessionName ?? SESSION_NAME,
      ExternalId: assumeRoleExternalId,
      DurationSeconds: assumeRoleDuration === undefined ? undefined : durationMs(assumeRoleDuration) / 1000,
    },
  });
  return async (identity) => {
    try {
      return await assume(identity);
    } catch (cause) {
      const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
      // The credentials in use are missing, whatever they are for.
      if (name === "CredentialsProviderError") throw cause;
      const words = assumeRoleExternalId ? message.replaceAll(assumeRoleExternalId, "(value hidden)") : message;
      throw new AssumeRoleError(`${assumeRoleArn} cannot be assumed: ${name}: ${words}`);
    }
  };
}
