import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";

/** There is no region to make calls in, or none that could be one. */
class RegionError extends Error {
  override readonly name = "RegionError";
}

/** The region in which a client makes its calls. */
export async function regionOf(aws: PinpointSMSVoiceV2): Promise<string> {
  try {
    return await aws.config.region();
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new RegionError(
      `${words.replace(/\.$/, "")}. Set the region: the \`region\` argument, \`aws:region\` of the stack, or AWS_REGION.`,
    );
  }
}
