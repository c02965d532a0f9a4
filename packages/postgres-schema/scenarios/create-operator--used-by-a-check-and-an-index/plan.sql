-- before to after

-- lock: none
CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text, COMMUTATOR = OPERATOR(public.===));

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT t_a CHECK ((a OPERATOR(public.===) a));

-- lock: share; hazards: blocks_writes
CREATE INDEX t_same ON public.t ((((a OPERATOR(public.===) 'x'::text))));

-- lock: none
COMMENT ON OPERATOR public.=== (text, text) IS 'equal';

-- after to before

-- lock: access_exclusive
DROP INDEX public.t_same;

-- lock: access_exclusive
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- lock: none
DROP OPERATOR public.=== (text, text);
