/** The roles that requests through the API run as. `service_role` is for trusted servers: policies do not bind it. */
export const apiRoles = ["anon", "authenticated", "service_role"] as const;
export type ApiRole = (typeof apiRoles)[number];
