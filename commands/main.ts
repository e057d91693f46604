#!/usr/bin/env node
/** The command line: each command is made where its work is done. */
import { Command } from "commander";
import { simulatorCommand } from "../simulator/command";
import { migrateCommand } from "./migrate/command";

new Command("pulumi-sms-registrations")
  .description("Tools for registrations of AWS End User Messaging SMS")
  .addCommand(simulatorCommand())
  .addCommand(migrateCommand())
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
