-- before to after

-- lock: access_exclusive
ALTER TABLE public.p1 RENAME CONSTRAINT p1_filled TO p_c0_not_null;

-- lock: none
CREATE TABLE public.p (
  id integer NOT NULL,
  c0 text NOT NULL
) PARTITION BY RANGE (id);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (10) TO (20);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: access_exclusive
ALTER TABLE public.p1 RENAME CONSTRAINT p_c0_not_null TO p1_filled;
