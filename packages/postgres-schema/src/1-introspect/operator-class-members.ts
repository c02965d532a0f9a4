const sameClass = `d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype IN ('i', 'a', 'n')`;

/** The operators and functions of the operator class `o`, as CREATE OPERATOR CLASS lists them. */
export const operatorClassMembers = `
  SELECT string_agg(member.text, ', ' ORDER BY member.place, member.number, member.text)
  FROM (
    SELECT 1 AS place, a.amopstrategy AS number,
           format('OPERATOR %s %s%s', a.amopstrategy, a.amopopr::regoperator,
                  (SELECT format(' FOR ORDER BY %I.%I', s.nspname, f.opfname)
                   FROM pg_opfamily f JOIN pg_namespace s ON s.oid = f.opfnamespace WHERE f.oid = a.amopsortfamily)) AS text
    FROM pg_depend d JOIN pg_amop a ON d.classid = 'pg_amop'::regclass AND a.oid = d.objid WHERE ${sameClass}
    UNION ALL
    SELECT 2, a.amprocnum,
           format('FUNCTION %s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, NULL),
                  format_type(a.amprocrighttype, NULL), a.amproc::regprocedure)
    FROM pg_depend d JOIN pg_amproc a ON d.classid = 'pg_amproc'::regclass AND a.oid = d.objid WHERE ${sameClass}
  ) member`;
