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
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_note'::regclass AND c.relname = 'events_a_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_note'::regclass AND c.relname <> 'events_a_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx');
  END LOOP;
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
