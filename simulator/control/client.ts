import type { SimulatorControl } from "./protocol";

/** The control of the simulator at this URL, in this process or another. */
export function createControl(url: string): SimulatorControl {
  async function send<T>(command: string, args: object): Promise<T> {
    const response = await fetch(new URL(`/_simulator/${command}`, url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(args),
    });
    const answer = (await response.json()) as { result?: T; error?: string };
    if (!response.ok) throw new Error(`Simulator control ${command}: ${answer.error}`);
    return answer.result as T;
  }
  return {
    calls: (query = {}) => send("calls", query),
    clearCalls: () => send("clearCalls", {}),
    review: (registrationId, steps) => send("review", { registrationId, steps }),
    defaultReview: (registrationType, steps) => send("defaultReview", { registrationType, steps }),
    setStatus: (registrationId, status) => send("setStatus", { registrationId, ...status }),
    setAttachmentStatus: (attachmentId, status) => send("setAttachmentStatus", { attachmentId, status }),
    advanceClock: (ms) => send("advanceClock", { ms }),
    addPhoneNumber: (number) => send("addPhoneNumber", number),
    addSenderId: (senderId) => send("addSenderId", senderId),
    release: (id) => send("release", { id }),
    setFieldValue: (registrationId, fieldPath, value) => send("setFieldValue", { registrationId, fieldPath, value }),
    deleteFieldValue: (registrationId, fieldPath) => send("deleteFieldValue", { registrationId, fieldPath }),
    defineField: (registrationType, definition) => send("defineField", { registrationType, definition }),
    settings: (patch = {}) => send("settings", patch),
    faults: (rules) => send("faults", { rules }),
    clearFaults: () => send("clearFaults", {}),
    firedFaults: () => send("firedFaults", {}),
    account: (place = {}) => send("account", place),
    reset: () => send("reset", {}),
  };
}
