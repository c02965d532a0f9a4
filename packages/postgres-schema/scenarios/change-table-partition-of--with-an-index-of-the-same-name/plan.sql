-- before to after

-- lock: access_exclusive
DROP INDEX public.its_own;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DETACH PARTITION public.events_a;

-- lock: access_exclusive
DROP INDEX IF EXISTS public.events_a_note_idx;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.others ATTACH PARTITION public.events_a FOR VALUES FROM (1) TO (100);

-- lock: share; hazards: blocks_writes
CREATE INDEX others_note ON public.others (note);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.others_note'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'its_own' THEN
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'its_own');
  END IF;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.others DETACH PARTITION public.events_a;

-- lock: access_exclusive
DROP INDEX public.others_note;

-- lock: access_exclusive
DROP INDEX IF EXISTS public.its_own;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data, blocks_writes
ALTER TABLE public.events ATTACH PARTITION public.events_a FOR VALUES FROM (1) TO (100);

-- lock: share; hazards: blocks_writes
CREATE INDEX its_own ON public.events_a (kind);
