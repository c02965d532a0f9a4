-- before to after

-- lock: access_exclusive
DROP INDEX public.short;

-- lock: share_update_exclusive
ALTER INDEX public.events_a_kind_idx RENAME TO short;

-- lock: share; hazards: blocks_writes
CREATE INDEX events_note ON public.events (note);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_note'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_a_kind_idx' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.events_a_kind_idx')) THEN
      ALTER INDEX public.events_a_kind_idx RENAME TO events_a_kind_idx__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx');
  END IF;
END
$do$;

-- after to before

-- lock: share_update_exclusive
ALTER INDEX public.short RENAME TO short__renamed;

-- lock: access_exclusive
DROP INDEX public.events_note;

-- lock: share; hazards: blocks_writes
CREATE INDEX short ON public.events_b (note);

-- lock: share_update_exclusive
ALTER INDEX public.short__renamed RENAME TO events_a_kind_idx;
