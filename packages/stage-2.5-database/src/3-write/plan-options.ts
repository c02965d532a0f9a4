import type { PlanOptions } from "@build-it/postgres-schema";
import { apiRoles } from "../1-design/api-roles.ts";

/** How every plan of this package is made. Supabase's default privileges may give API roles rights on new objects. */
export const planOptionsFor = (postgresMajor: number): PlanOptions => ({ postgresMajor, resetPrivilegesOf: apiRoles });
