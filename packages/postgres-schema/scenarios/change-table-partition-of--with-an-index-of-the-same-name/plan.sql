-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_a;

-- lock: access_exclusive
DROP INDEX IF EXISTS public.events_a_note_idx;

-- lock: access_exclusive
DROP INDEX public.its_own;

-- lock: share; hazards: blocks_writes
CREATE INDEX its_own ON public.events_a (note);

-- lock: share; hazards: blocks_writes
CREATE INDEX others_note ON public.others (note);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.others ATTACH PARTITION public.events_a FOR VALUES FROM (1) TO (100);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.others DETACH PARTITION public.events_a;

-- lock: access_exclusive
DROP INDEX public.its_own;

-- lock: access_exclusive
DROP INDEX public.others_note;

-- lock: share; hazards: blocks_writes
CREATE INDEX its_own ON public.events_a (kind);

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.events ATTACH PARTITION public.events_a FOR VALUES FROM (1) TO (100);
