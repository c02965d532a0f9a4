-- before to after

-- lock: access_exclusive
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- lock: none
DROP OPERATOR public.=== (text, text);

-- lock: none
CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text, RESTRICT = eqsel, JOIN = eqjoinsel);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT t_a CHECK ((a OPERATOR(public.===) a));

-- lock: none
COMMENT ON OPERATOR public.=== (text, text) IS 'equal';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.t DROP CONSTRAINT t_a;

-- lock: none
DROP OPERATOR public.=== (text, text);

-- lock: none
CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = text, RIGHTARG = text);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT t_a CHECK ((a OPERATOR(public.===) a));

-- lock: none
COMMENT ON OPERATOR public.=== (text, text) IS 'equal';
