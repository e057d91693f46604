import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountIdOf, forms, type SimulatorControl } from "../../simulator";
import type { Declared, Engine } from "./engine";
import { ACCESS_KEY } from "./process";

export interface World {
  engine: Engine;
  control: SimulatorControl;
  /** An undisturbed `pulumi up`. */
  up(): Promise<void>;
  refresh(): Promise<void>;
}

/** What was before, and the change whose `up` is disturbed. */
export interface Scenario {
  name: string;
  /** The disturbed run looks at more than the next one has reason to: states are compared after a refresh only. */
  looksAtMore?: boolean;
  /** @default nothing was before */
  before?(world: World): Promise<void>;
  change(world: World): Promise<void> | void;
}

const FIELDS = { "companyInfo.companyName": "Example Ltd", "companyInfo.city": "Seattle", "contactInfo.dbaName": "Ex" };
const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const TOLL_FREE = "US_TOLL_FREE_REGISTRATION";

const registration = (tags?: Record<string, string>, registrationType = BRAND, options: object = {}): Declared => ({
  name: "registration",
  type: "Registration",
  inputs: () => ({ registrationType, identity: "registration", ...(tags ? { tags } : {}), ...options }),
});

const version = (
  fields: object | ((ids: Readonly<Record<string, string>>) => object) = FIELDS,
  options: object | ((ids: Readonly<Record<string, string>>) => object) = {},
): Declared => ({
  name: "version",
  type: "RegistrationVersion",
  inputs: (ids) => ({
    registrationId: ids.registration,
    fields: typeof fields === "function" ? fields(ids) : fields,
    ...(typeof options === "function" ? options(ids) : options),
  }),
});

const attachment = (file: string, tags?: Record<string, string>): Declared => ({
  name: "attachment",
  type: "RegistrationAttachment",
  inputs: () => ({ file, identity: "attachment", ...(tags ? { tags } : {}) }),
});

const moved = { ...FIELDS, "companyInfo.city": "Tacoma", "contactInfo.website": "https://example.com" };

/** Only the fields of `FIELDS` stay required: fewer calls that are all alike. */
async function shortForm({ control }: World, type = BRAND): Promise<void> {
  for (const { FieldPath, FieldRequirement } of forms.get(type)?.fields ?? []) {
    if (FieldRequirement === "OPTIONAL" || Object.hasOwn(FIELDS, FieldPath)) continue;
    await control.defineField(type, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
}

/** The program before, brought up. */
const had =
  (...program: Declared[]) =>
  async (world: World) => {
    await shortForm(world);
    world.engine.program = program;
    await world.up();
  };

const declares =
  (...program: Declared[]) =>
  ({ engine }: World) => {
    engine.program = program;
  };

async function verdict({ control }: World, versionStatus: string): Promise<void> {
  const { registrations } = await control.account();
  for (const { registrationId } of registrations) await control.setStatus(registrationId, { versionStatus });
}

let folder: string | undefined;

function temporaryFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "sms-registrations-proof-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A file that begins as a PNG does. */
export function picture(name: string): string {
  folder ??= temporaryFolder();
  const file = path.join(folder, `${name}.png`);
  writeFileSync(file, Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(name)]));
  return file;
}

async function phoneNumber({ control }: World): Promise<string> {
  const place = { accountId: accountIdOf(ACCESS_KEY), region: "us-east-1" };
  return (await control.addPhoneNumber({ ...place, phoneNumber: "+18005550100", numberType: "TOLL_FREE" })).id;
}

export const SCENARIOS: Scenario[] = [
  {
    name: "first up: registration with tags, and version",
    before: shortForm,
    change: declares(registration({ team: "a", cost: "b" }), version()),
  },
  { name: "adopted: the draft of an existing registration", before: adoptable, change: declares(adopted(), version()) },
  {
    name: "a change in a draft",
    before: had(registration(), version(FIELDS, { submit: false })),
    change: declares(registration(), version({ ...FIELDS, "companyInfo.city": "Tacoma" }, { submit: false })),
  },
  {
    name: "a change in a draft, and its submission",
    before: had(registration(), version({ ...moved, "contactInfo.supportEmail": "a@b.example" }, { submit: false })),
    change: declares(registration(), version({ ...FIELDS, "contactInfo.website": "https://example.org" })),
  },
  {
    name: "a new version after a denial",
    before: async (world) => {
      await had(registration(), version())(world);
      await verdict(world, "DENIED");
    },
    change: declares(registration(), version(moved)),
  },
  {
    name: "a new version that inherits, after an approval",
    before: async (world) => {
      await had(registration(), version())(world);
      await verdict(world, "APPROVED");
      await world.control.settings({ newVersion: "inherits" });
    },
    change: declares(registration(), version({ ...moved, "contactInfo.dbaName": "Other" })),
  },
  {
    name: "resubmitTrigger after a denial",
    before: async (world) => {
      await had(registration(), version())(world);
      await verdict(world, "DENIED");
    },
    change: declares(registration(), version(FIELDS, { resubmitTrigger: "again" })),
  },
  {
    name: "resubmitTrigger after a denial and a refresh",
    before: async (world) => {
      await had(registration(), version())(world);
      await verdict(world, "DENIED");
      await world.refresh();
    },
    change: declares(registration(), version(FIELDS, { resubmitTrigger: "again" })),
  },
  {
    name: "whileInReview: discard",
    before: had(registration(), version()),
    change: declares(registration(), version(moved, { whileInReview: "discard" })),
  },
  {
    name: "waiting for the approval",
    before: async (world) => {
      await had(registration(), version())(world);
      const [found] = (await world.control.account()).registrations;
      await world.control.settings({ provisioningAfterReads: 1 });
      await world.control.review(found?.registrationId ?? "", [
        { status: "REVIEWING", afterReads: 1 },
        { status: "APPROVED", afterReads: 2 },
      ]);
    },
    change: declares(registration(), version(FIELDS, { waitFor: "approved" })),
  },
  {
    name: "a change that waits for the verdict",
    before: async (world) => {
      await had(registration(), version())(world);
      const [found] = (await world.control.account()).registrations;
      await world.control.review(found?.registrationId ?? "", [{ status: "APPROVED", afterReads: 2 }]);
    },
    change: declares(registration(), version(moved, { whileInReview: "wait" })),
  },
  {
    name: "an attachment",
    before: (world) => world.control.settings({ uploadAfterReads: 1 }).then(() => undefined),
    change: declares(attachment(picture("first"), { team: "a" })),
  },
  {
    name: "an attachment replaced in a draft",
    before: async (world) => {
      await shortForm(world, TOLL_FREE);
      world.engine.program = [attachment(picture("first")), registration(undefined, TOLL_FREE), withPicture()];
      await world.up();
    },
    change: declares(attachment(picture("second")), registration(undefined, TOLL_FREE), withPicture()),
  },
  {
    // A command of one run; the next one is a plain `up`, which has the delete of the replaced ones still to do.
    name: "all replaced by themselves",
    looksAtMore: true,
    before: had(attachment(picture("first")), registration({ team: "a" }), version()),
    change: ({ engine }) => {
      engine.replace = ["attachment", "registration", "version"];
    },
  },
  {
    name: "a version renamed, and an attachment",
    before: had(registration(), version(FIELDS, { submit: false })),
    change: declares(
      registration(),
      { ...version(FIELDS, { submit: false }), name: "other" },
      attachment(picture("first")),
    ),
  },
  {
    name: "a registration replaced by one of another type",
    before: async (world) => {
      await shortForm(world, TOLL_FREE);
      await had(registration(), version(FIELDS, { submit: false }))(world);
    },
    change: declares(
      registration(undefined, TOLL_FREE),
      version({ "companyInfo.companyName": "Example Ltd", "companyInfo.city": "Seattle" }, { submit: false }),
    ),
  },
  {
    name: "a registration replaced by one in another region",
    before: had(registration(), version()),
    change: declares(registration(undefined, BRAND, { region: "eu-west-1" }), version(FIELDS, { region: "eu-west-1" })),
  },
  {
    name: "an association, by itself and of a version",
    before: async (world) => {
      await shortForm(world, TOLL_FREE);
      world.engine.program = [registration(undefined, TOLL_FREE)];
      await world.up();
    },
    change: async (world) => {
      const number = await phoneNumber(world);
      const second = await phoneNumber(world);
      world.engine.program = [
        registration(undefined, TOLL_FREE),
        {
          name: "association",
          type: "RegistrationAssociation",
          inputs: (ids) => ({ registrationId: ids.registration, resourceId: number }),
        },
        version(
          { "companyInfo.companyName": "Example Ltd", "companyInfo.city": "Seattle" },
          { associations: [second] },
        ),
      ];
    },
  },
  {
    name: "tags changed",
    before: async (world) => {
      await shortForm(world);
      world.engine.program = [registration({ team: "a", cost: "b" }), attachment(picture("first"), { team: "a" })];
      await world.up();
    },
    change: declares(registration({ team: "c", owner: "d" }), attachment(picture("first"), { owner: "d" })),
  },
  {
    name: "a draft and its registration deleted",
    before: had(registration(), version(FIELDS, { submit: false })),
    change: declares(),
  },
  {
    name: "an approved version, registration and attachment deleted",
    before: async (world) => {
      await had(registration(), version(), attachment(picture("first")))(world);
      await verdict({ ...world }, "APPROVED");
    },
    change: declares(),
  },
];

function withPicture(): Declared {
  return version(
    (ids) => ({
      "companyInfo.companyName": "Example Ltd",
      "companyInfo.city": "Seattle",
      "messagingUseCase.optInImage": { attachmentId: ids.attachment },
    }),
    { submit: false },
  );
}

/** Somebody made a registration by hand and filled in a part of it. */
async function adoptable(world: World): Promise<void> {
  await shortForm(world);
  world.engine.program = [registration()];
  await world.up();
  const [found] = (await world.control.account()).registrations;
  await world.control.setFieldValue(found?.registrationId ?? "", "companyInfo.city", "Tacoma");
  await world.control.setFieldValue(found?.registrationId ?? "", "contactInfo.website", "https://example.com");
  world.engine.state.clear();
  adoptedId = found?.registrationId ?? "";
}

let adoptedId = "";

function adopted(): Declared {
  return {
    name: "registration",
    type: "Registration",
    inputs: () => ({ registrationType: BRAND, identity: "registration", adopt: adoptedId, tags: { team: "a" } }),
  };
}
