-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_key UNIQUE (id, kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX z_events_kind ON public.events (kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX a_events_own ON public.a_events (kind);

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX b_events_own ON public.b_events (id, kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.b_events'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.a_events_own'::regclass AND c.relname = 'b_events_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx1__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.a_events_own'::regclass AND c.relname <> 'b_events_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx1');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.b_events'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.z_events_kind'::regclass AND c.relname = 'b_events_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.z_events_kind'::regclass AND c.relname <> 'b_events_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx');
  END LOOP;
END
$do$;

-- after to before

-- lock: access_exclusive
DROP INDEX public.a_events_own;

-- lock: access_exclusive
DROP INDEX public.b_events_own;

-- lock: access_exclusive
DROP INDEX public.z_events_kind;

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT events_key;
