import { existsSync } from "node:fs";

/** A PostgreSQL that tests can run on. 15 is the system's own, where it is installed. */
export type TestMajor = 15 | 17 | 18;

export const installationOf15 = "/usr/lib/postgresql/15";

/** The majors that tests can run on here, hosted Supabase's first. */
export function availableMajors(): readonly TestMajor[] {
  return existsSync(`${installationOf15}/bin/initdb`) ? [17, 18, 15] : [17, 18];
}
