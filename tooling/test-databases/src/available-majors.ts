import { existsSync } from "node:fs";

/** A PostgreSQL that tests can run on. 14 and 15 are the system's own, where they are installed. */
export type TestMajor = 14 | 15 | 17 | 18;

/** Where the majors are that are not embedded. `BUILD_IT_POSTGRES_14` names another place for 14. */
export const installations: Readonly<Partial<Record<TestMajor, string>>> = {
  14: process.env.BUILD_IT_POSTGRES_14 ?? "/usr/lib/postgresql/14",
  15: "/usr/lib/postgresql/15",
};

const candidates: readonly TestMajor[] = [17, 18, 15, 14];

/** The majors that tests can run on here, hosted Supabase's first. */
export const availableMajors = (): readonly TestMajor[] =>
  candidates.filter((major) => installations[major] === undefined || existsSync(`${installations[major]}/bin/initdb`));
