/** What EventBridge brings when a review moves on, as far as it is used here. */
export interface StatusChangeEvent {
  source: "aws.sms-voice";
  "detail-type": "Registration Status Change";
  account: string;
  region: string;
  detail: {
    registrationArn: string;
    registrationDetails: {
      registrationId: string;
      registrationVersionNumber: number;
      registrationType: string;
      /** Milliseconds since 1970. */
      registrationStatusChangeTimestamp: number;
      currentStatus: string;
    };
  };
}

export type StatusChange = StatusChangeEvent["detail"]["registrationDetails"];

/** The status change that an event tells of; `undefined` for any other event. */
export function statusChangeOf(event: unknown): StatusChange | undefined {
  const { source, "detail-type": type, detail } = (event ?? {}) as Partial<StatusChangeEvent>;
  if (source !== "aws.sms-voice" || type !== "Registration Status Change") return undefined;
  const change = detail?.registrationDetails;
  const isWhole =
    typeof change?.registrationId === "string" &&
    typeof change.currentStatus === "string" &&
    typeof change.registrationStatusChangeTimestamp === "number";
  return isWhole ? change : undefined;
}
