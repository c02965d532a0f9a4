-- before to after

-- lock: access_exclusive
CREATE TABLE public.bills_3 PARTITION OF public.bills FOR VALUES IN (3);

-- lock: share_update_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.bills_2 VALIDATE CONSTRAINT positive;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.bills DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.bills_3;

-- lock: access_exclusive
ALTER TABLE public.bills ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;

-- lock: none
COMMENT ON CONSTRAINT positive ON public.bills IS 'sold';
