import { sep } from "node:path";

/** The rooms that call, and so remember: clients, fresh registrations, definitions. Lifecycles are pure functions. */
const REMEMBERS = new RegExp(`\\${sep}provider\\${sep}(aws|hosts|check|reconcile)\\b`);

/** Forgets what was loaded of the provider, so that the next `require` begins as a new process does. */
export function forgetLoaded(): void {
  compileOnce();
  for (const file of Object.keys(require.cache)) if (REMEMBERS.test(file)) delete require.cache[file];
}

interface TsNode {
  compile(code: string, file: string): string;
}

let isMemoized = false;

/** ts-node compiles a file each time it is loaded; here each is loaded thousands of times. */
function compileOnce(): void {
  if (isMemoized) return;
  isMemoized = true;
  const service = (process as unknown as Record<symbol, TsNode>)[Symbol.for("ts-node.register.instance")];
  if (service === undefined) return;
  const compile = service.compile.bind(service);
  const compiled = new Map<string, string>();
  service.compile = (code, file) => {
    const js = compiled.get(file) ?? compile(code, file);
    compiled.set(file, js);
    return js;
  };
}
