/** That a catalog row is no member of an extension. */
export const notMember = (catalog: string, alias: string): string =>
  `NOT EXISTS (SELECT FROM members m WHERE m.classid = '${catalog}'::regclass AND m.objid = ${alias}.oid)`;
