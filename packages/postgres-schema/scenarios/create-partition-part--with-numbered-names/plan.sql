-- before to after

-- lock: access_exclusive
CREATE TABLE public.events_a PARTITION OF public.events FOR VALUES FROM (1) TO (100);

-- lock: access_exclusive
CREATE TABLE public.events_b PARTITION OF public.events FOR VALUES FROM (100) TO (200);

-- lock: share; hazards: blocks_writes
CREATE INDEX events_later ON public.events (kind) WHERE (id > 50);

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_kind'::regclass AND c.relname = 'events_a_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx1__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_kind'::regclass AND c.relname <> 'events_a_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx1');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_kind'::regclass AND c.relname = 'events_b_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx1__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_kind'::regclass AND c.relname <> 'events_b_kind_idx1' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx1');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_late'::regclass AND c.relname = 'events_a_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_late'::regclass AND c.relname <> 'events_a_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_late'::regclass AND c.relname = 'events_b_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_late'::regclass AND c.relname <> 'events_b_kind_idx' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_later'::regclass AND c.relname = 'events_a_kind_idx2' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx2__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_later'::regclass AND c.relname <> 'events_a_kind_idx2' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx2');
  END LOOP;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_later'::regclass AND c.relname = 'events_b_kind_idx2' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx2__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_later'::regclass AND c.relname <> 'events_b_kind_idx2' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx2');
  END LOOP;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_b;

-- lock: access_exclusive
DROP INDEX public.events_later;
