import type { dynamicProvider } from "../../provider/hosts/dynamic/host";
import type { LIFECYCLES } from "../../provider/hosts/registry";
import { forgetLoaded } from "./loadAnew";
import type { Config, Process, Provider } from "./process";

/** A process of the dynamic host. */
export async function startDynamic({ region, own, hear }: Config): Promise<Process> {
  forgetLoaded();
  const host = require("../../provider/hosts/dynamic/host") as { dynamicProvider: typeof dynamicProvider };
  const registry = require("../../provider/hosts/registry") as { LIFECYCLES: typeof LIFECYCLES };
  const values = new Map([
    ["aws:region", region],
    ...Object.entries(own).map(([name, value]) => [`sms-registrations:${name}`, value] as const),
  ]);
  const config = { get: (key: string) => values.get(key), require: (key: string) => values.get(key) ?? "" };
  const providers = await Promise.all(
    Object.entries(registry.LIFECYCLES).map(async ([type, lifecycle]) => {
      const provider = host.dynamicProvider(lifecycle as never);
      await provider.configure?.({ config });
      return [type, hear ? heard(provider as Provider, hear) : provider] as const;
    }),
  );
  return { ...Object.fromEntries(providers), end: async () => undefined } as unknown as Process;
}

/** What a dynamic provider prints, the engine shows. */
function heard(provider: Provider, hear: (line: string) => void): Provider {
  const listening =
    <Arguments extends unknown[], Answer>(method: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments) => {
      const { log } = console;
      console.log = hear;
      try {
        return await method.call(provider, ...given);
      } finally {
        console.log = log;
      }
    };
  return {
    check: listening(provider.check),
    diff: listening(provider.diff),
    create: listening(provider.create),
    update: listening(provider.update),
    read: listening(provider.read),
    delete: listening(provider.delete),
  };
}
