-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN c0 TYPE numeric(12,2) USING c0::numeric(12,2);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.ok(text) TO PUBLIC;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX ci ON public.c ((((c0)::text)), id) WHERE public.ok((c0)::text);

-- after to before

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION public.ok(text) FROM PUBLIC;

-- lock: access_exclusive
DROP INDEX public.ci;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN c0 TYPE character varying(30) USING c0::text;
