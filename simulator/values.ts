import type { FieldValue, RegistrationVersion } from "./account";
import type { Values } from "./forms/condition";
import type { Settings } from "./settings";

/** Sets (or with `undefined` deletes) a value; it shows when the settings say so. */
export function storeValue(
  version: RegistrationVersion,
  path: string,
  value: FieldValue | undefined,
  nowMs: number,
  settings: Pick<Settings, "putVisibleAfterMs" | "putVisibleAfterReads">,
): void {
  const stored = version.values.get(path);
  const shownBefore = stored && (isVisible(stored, nowMs) ? stored.value : stored.shownBefore);
  const { putVisibleAfterMs, putVisibleAfterReads } = settings;
  if (value === undefined && putVisibleAfterMs + putVisibleAfterReads === 0) {
    version.values.delete(path);
    return;
  }
  version.values.set(path, {
    value,
    shownBefore,
    visibleFromMs: nowMs + putVisibleAfterMs,
    looksLeft: putVisibleAfterReads,
  });
}

/** The values as the service shows them to reads and to a submit. */
export function visibleValues(version: RegistrationVersion, nowMs: number): Values {
  const values = new Map<string, FieldValue>();
  for (const [path, stored] of version.values) {
    const shown = isVisible(stored, nowMs) ? stored.value : stored.shownBefore;
    if (shown !== undefined) values.set(path, shown);
  }
  return values;
}

/** Somebody has looked at the values. True if a value was waiting for that. */
export function countLook(version: RegistrationVersion): boolean {
  let waited = false;
  for (const stored of version.values.values()) {
    if (stored.looksLeft === 0) continue;
    stored.looksLeft--;
    waited = true;
  }
  return waited;
}

/** What was stored last, visible or not. */
export function storedValues(version: RegistrationVersion): Values {
  const values = new Map<string, FieldValue>();
  for (const [path, { value }] of version.values) if (value !== undefined) values.set(path, value);
  return values;
}

function isVisible(stored: { visibleFromMs: number; looksLeft: number }, nowMs: number): boolean {
  return stored.visibleFromMs <= nowMs && stored.looksLeft === 0;
}
