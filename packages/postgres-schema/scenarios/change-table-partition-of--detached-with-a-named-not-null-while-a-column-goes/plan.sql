-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: access_exclusive
ALTER TABLE public.p1 RENAME CONSTRAINT p_filled TO p1_c0_not_null;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p1 DROP COLUMN c1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- after to before

-- lock: none
CREATE TABLE public.p (
  id integer NOT NULL,
  c0 text CONSTRAINT p_filled NOT NULL,
  c1 jsonb
) PARTITION BY RANGE (id);

-- lock: access_exclusive
ALTER TABLE public.p1 ADD COLUMN c1 jsonb;

-- lock: access_exclusive
ALTER TABLE public.p1 RENAME CONSTRAINT p1_c0_not_null TO p_filled;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (10) TO (15);
