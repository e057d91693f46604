import { serviceError } from "./errors";
import type { OperationName } from "./operations";

/** Makes one call; what it throws says which operation failed on what, and never repeats the request's values. */
export async function call<Answer>(
  operation: OperationName,
  target: string,
  request: () => Promise<Answer>,
  secrets: string[] = [],
): Promise<Answer> {
  try {
    return await request();
  } catch (cause) {
    throw serviceError(operation, target, cause, secrets);
  }
}
