-- before to after

-- lock: share_update_exclusive
DROP STATISTICS public.people_stat;

-- lock: access_exclusive
DROP INDEX public.people_ab;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT a_less;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN b;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN b integer;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT a_less CHECK ((a < b));

-- lock: share; hazards: blocks_writes
CREATE INDEX people_ab ON public.people (a, b);

-- lock: share_update_exclusive
CREATE STATISTICS public.people_stat ON a, b FROM public.people;
