import { type Account, arnOf, currentVersion, newId, type Registration } from "../account";
import { releaseNumber } from "../associations";
import { findForm } from "../form";
import { fieldsOf } from "../forms";
import type { FieldDefinition } from "../forms/definition";
import { beginReview, move, type ReviewStep, settle, settleAttachment } from "../review";
import type { Service } from "../service";
import { applySettings } from "../settings";
import { attachmentStatuses } from "../statuses";
import { storeValue } from "../values";
import { accountIn, advance, newWorld, nowOf, type World } from "../world";
import { dump } from "./dump";
import type { Place, SimulatorControl } from "./protocol";

/** What arrives for a command: the arguments of the method of SimulatorControl, by name. */
interface Arguments {
  calls: { since?: number };
  clearCalls: object;
  review: { registrationId: string; steps: ReviewStep[] };
  defaultReview: { registrationType: string; steps: ReviewStep[] };
  setStatus: { registrationId: string } & Parameters<SimulatorControl["setStatus"]>[1];
  setAttachmentStatus: { attachmentId: string; status: string };
  advanceClock: { ms: number };
  addPhoneNumber: Parameters<SimulatorControl["addPhoneNumber"]>[0];
  addSenderId: Parameters<SimulatorControl["addSenderId"]>[0];
  release: { id: string };
  setFieldValue: { registrationId: string; fieldPath: string; value: Parameters<SimulatorControl["setFieldValue"]>[2] };
  deleteFieldValue: { registrationId: string; fieldPath: string };
  defineField: { registrationType: string; definition: Parameters<SimulatorControl["defineField"]>[1] };
  settings: NonNullable<Parameters<SimulatorControl["settings"]>[0]>;
  faults: { rules: Parameters<SimulatorControl["faults"]>[0] };
  clearFaults: object;
  firedFaults: object;
  account: Place;
  reset: object;
}
type Answer<K extends keyof SimulatorControl> = Awaited<ReturnType<SimulatorControl[K]>>;
type Commands = { [K in keyof SimulatorControl]: (world: World, args: Arguments[K], service: Service) => Answer<K> };

const visibleNow = { putVisibleAfterMs: 0, putVisibleAfterReads: 0 };

export const commands: Commands = {
  calls: (_, { since }, { log }) => log.since(since),
  clearCalls: (_, __, { log }) => log.clear(),
  review(world, { registrationId, steps }) {
    const { registration, nowMs } = settled(world, registrationId);
    const version = currentVersion(registration);
    requireSteps(steps);
    if (["DENIED", "DISCARDED", "REVOKED", "ARCHIVED"].includes(version.status)) {
      throw new Error(
        `Version ${version.number} is ${version.status}: nothing to review. Script a new version, or use defaultReview.`,
      );
    }
    beginReview(version, steps, nowMs);
    settled(world, registrationId);
  },
  defaultReview(world, { registrationType, steps }) {
    if (registrationType !== "*") findForm(registrationType);
    requireSteps(steps);
    world.defaultReviews.set(registrationType, steps);
  },
  setStatus(world, { registrationId, versionStatus: status, ...change }) {
    const { account, registration, nowMs } = settled(world, registrationId);
    const version = currentVersion(registration);
    version.script = undefined;
    move(account, registration, version, { ...change, status }, nowMs, world.settings);
  },
  setAttachmentStatus(world, { attachmentId, status }) {
    if (!attachmentStatuses.includes(status)) throw new Error(`Statuses are: ${attachmentStatuses.join(", ")}`);
    const attachment = [...world.accounts.values()].flatMap(
      ({ attachments }) => attachments.get(attachmentId) ?? [],
    )[0];
    if (!attachment) throw new Error(`No attachment ${attachmentId}`);
    attachment.status = status;
  },
  advanceClock(world, { ms }) {
    if (!Number.isFinite(ms) || ms < 0) throw new Error("The clock only goes forward: ms is a number from 0 up");
    advance(world, ms);
    return { now: new Date(nowOf(world)).toISOString() };
  },
  addPhoneNumber(world, { phoneNumber, isoCountryCode = "US", numberType, ...place }) {
    if (!/^\+[1-9]\d{1,18}$/.test(phoneNumber)) throw new Error("phoneNumber is in E.164 form: +12065550100");
    const account = placeOf(world, place);
    const id = newId("phone");
    const number = { id, resourceType: "phone-number", phoneNumber, isoCountryCode, numberType } as const;
    account.numbers.set(id, { ...number, order: ++account.order, tags: new Map() });
    return { id, arn: arnOf(account, "phone-number", id) };
  },
  addSenderId(world, { senderId, isoCountryCode, ...place }) {
    if (!/^[A-Za-z0-9_-]{1,11}$/.test(senderId)) throw new Error("senderId has 1 to 11 of A-Z a-z 0-9 _ -");
    const account = placeOf(world, place);
    const id = `${senderId}/${isoCountryCode}`;
    account.numbers.set(id, { id, order: ++account.order, tags: new Map(), resourceType: "sender-id", isoCountryCode });
    return { id, arn: arnOf(account, "sender-id", id) };
  },
  release(world, { id }) {
    const account = [...world.accounts.values()].find(({ numbers }) => numbers.has(id));
    if (!account) throw new Error(`No phone number or sender id ${id}`);
    releaseNumber(account, id);
  },
  setFieldValue(world, { registrationId, fieldPath, value }) {
    const { registration, nowMs } = settled(world, registrationId);
    storeValue(currentVersion(registration), fieldPath, value, nowMs, visibleNow);
  },
  deleteFieldValue(world, { registrationId, fieldPath }) {
    const { registration, nowMs } = settled(world, registrationId);
    storeValue(currentVersion(registration), fieldPath, undefined, nowMs, visibleNow);
  },
  defineField(world, { registrationType, definition }) {
    const form = findForm(registrationType);
    const before = fieldsOf(form, world.drift).get(definition.FieldPath);
    const changed = world.drift.get(registrationType) ?? new Map<string, FieldDefinition>();
    changed.set(definition.FieldPath, { ...newField(definition.FieldPath), ...before, ...definition });
    world.drift.set(registrationType, changed);
  },
  settings(world, patch, service) {
    applySettings(world.settings, patch);
    service.latencyMs = world.settings.latencyMs;
    return world.settings;
  },
  faults(world, { rules }, service) {
    service.clock = world.clock;
    service.faults.set(rules, service.nowMs);
    service.forgetPast();
  },
  clearFaults: (world, _, { faults }) => faults.set([], nowOf(world)),
  firedFaults: (_, __, { faults }) => [...faults.fired],
  account(world, place) {
    const account = placeOf(world, place);
    const nowMs = nowOf(world);
    for (const registration of account.registrations.values()) settle(account, registration, nowMs, world.settings);
    for (const attachment of account.attachments.values()) settleAttachment(attachment, nowMs);
    return dump(account);
  },
  reset(world, _, service) {
    const { firstClock } = world;
    Object.assign(world, newWorld(), { clock: { ...firstClock }, firstClock });
    service.latencyMs = 0;
    service.rates.clear();
    service.log.clear();
    service.clock = world.clock;
    service.faults.set([], 0);
    service.forgetPast();
  },
};

function newField(path: string): FieldDefinition {
  const [SectionPath = ""] = path.split(".");
  const DisplayHints = { Title: path, ShortDescription: path };
  return { SectionPath, FieldPath: path, FieldType: "TEXT", FieldRequirement: "OPTIONAL", DisplayHints };
}

function requireSteps(steps: unknown): void {
  if (!Array.isArray(steps))
    throw new Error("steps is a list of { status, registrationStatus, afterMs, afterReads, ... }");
}

/** The registration with this id, wherever it is, as far as the reviewer has come by now. */
function settled(
  world: World,
  registrationId: string,
): { account: Account; registration: Registration; nowMs: number } {
  const nowMs = nowOf(world);
  for (const account of world.accounts.values()) {
    const registration = account.registrations.get(registrationId);
    if (!registration) continue;
    settle(account, registration, nowMs, world.settings);
    return { account, registration, nowMs };
  }
  throw new Error(`No registration ${registrationId}`);
}

function placeOf(world: World, { accountId, region }: Place): Account {
  const known = new Set([...world.accounts.values()].map((account) => account.accountId));
  const [only] = known;
  if (accountId === undefined && known.size > 1)
    throw new Error(`Which accountId? There are: ${[...known].join(", ")}`);
  const owner = accountId ?? only;
  if (owner === undefined)
    throw new Error("No call has been made yet, so there is no account: give an accountId (accountIdOf(accessKeyId))");
  if (!/^\d{12}$/.test(owner)) throw new Error("An accountId has 12 digits");
  const regions = [...world.accounts.values()].filter((account) => account.accountId === owner);
  const chosen = region ?? (regions.length === 1 ? regions[0]?.region : undefined) ?? "us-east-1";
  return accountIn(world, owner, chosen);
}
