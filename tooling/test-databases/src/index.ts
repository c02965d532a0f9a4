export { availableMajors } from "./available-majors.ts";
export type { TestDatabase, TestMajor } from "./create-test-database.ts";
export { createTestDatabase } from "./create-test-database.ts";
