import { pythonPackages } from "../tools/workspace/pythonPackages";

/**
 * {@link pythonPackages} for a test. Where Python or the packages are not to be had the test is skipped, with the reason;
 * on CI nothing may be missing.
 */
export async function pythonPackagesFor(context: Mocha.Context, requirements: string): Promise<string> {
  try {
    return await pythonPackages(requirements);
  } catch (error) {
    if (process.env.CI === "true") throw error;
    console.log(`      skipped: ${error instanceof Error ? error.message : error}`);
    return context.skip();
  }
}
