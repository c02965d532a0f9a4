import { existsSync } from "node:fs";

/** A PostgreSQL that tests can run on: 17 and 18 are embedded, the others the system's own, where they are installed. */
export type TestMajor = 14 | 15 | 16 | 17 | 18;

/** Where a major is that is not embedded; `BUILD_IT_POSTGRES_16` names another place for 16. */
const installationOf = (major: number): string =>
  process.env[`BUILD_IT_POSTGRES_${major}`] ?? `/usr/lib/postgresql/${major}`;

/** Where the majors are that are not embedded. */
export const installations: Readonly<Partial<Record<TestMajor, string>>> = {
  14: installationOf(14),
  15: installationOf(15),
  16: installationOf(16),
};

const candidates: readonly TestMajor[] = [17, 18, 15, 14, 16];

/** The majors that tests can run on here, hosted Supabase's first. */
export const availableMajors = (): readonly TestMajor[] =>
  candidates.filter((major) => installations[major] === undefined || existsSync(`${installations[major]}/bin/initdb`));
