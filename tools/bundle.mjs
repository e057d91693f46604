// @ts-check
/**
 * Makes the plugin of dist/provider/hosts/main.js and all that it needs: few files are read faster than hundreds.
 * The AWS client is a file of its own, since a run without a call needs none.
 */
import { build } from "esbuild";

const CLIENT = "@aws-sdk/client-pinpoint-sms-voice-v2";
const CREDENTIALS = "@aws-sdk/credential-providers";

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  keepNames: true,
  legalComments: "none",
  // So that the AWS client is required when it is asked for: Node.js finds no names in a minified file that it imports.
  supported: { "dynamic-import": false },
  logLevel: "warning",
};

await Promise.all([
  build({
    ...common,
    entryPoints: ["dist/provider/hosts/main.js"],
    outfile: "dist/plugin/main.js",
    plugins: [
      {
        name: "aws-client-apart",
        setup: ({ onResolve }) => {
          onResolve({ filter: new RegExp(`^(${CLIENT}|${CREDENTIALS})$`) }, () => ({
            path: "./awsClient.js",
            external: true,
          }));
        },
      },
    ],
  }),
  build({
    ...common,
    stdin: {
      contents: `export * from "${CLIENT}"; export { fromNodeProviderChain, fromTemporaryCredentials } from "${CREDENTIALS}";`,
      resolveDir: ".",
    },
    outfile: "dist/plugin/awsClient.js",
  }),
]);
