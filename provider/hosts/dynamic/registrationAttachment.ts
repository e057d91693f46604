import { LIFECYCLES } from "../registry";
import { dynamicProvider } from "./host";

/** This file's path stands in the state of every stack: it stays for ever. See package.json's exports. */
const provider = dynamicProvider(LIFECYCLES.RegistrationAttachment);

export = provider;
