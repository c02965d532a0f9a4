-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DROP CONSTRAINT events_kind_fkey;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN kind TYPE bigint USING kind::bigint;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_kind_fkey FOREIGN KEY (kind) REFERENCES public.kinds (id);

-- lock: access_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found name;
BEGIN
  FOR found IN
    WITH RECURSIVE part AS (
      SELECT oid, conrelid, conname FROM pg_constraint
      WHERE conrelid = 'public.events'::regclass AND conname = 'events_kind_fkey' AND contype = 'f'
      UNION ALL
      SELECT k.oid, k.conrelid, k.conname FROM part p JOIN pg_constraint k ON k.conparentid = p.oid
    )
    SELECT conname FROM part WHERE conrelid = partition AND conname <> 'kind_of_b'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', partition, found, 'kind_of_b');
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
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_kind'::regclass AND c.relname = 'kind_of_a' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_kind'::regclass AND c.relname <> 'kind_of_a' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a');
  END LOOP;
END
$do$;

-- lock: none
COMMENT ON INDEX public.kind_of_a IS 'By kind.';

-- lock: share_update_exclusive
ALTER INDEX public.kind_of_a SET (fillfactor = '60');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DROP CONSTRAINT events_kind_fkey;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN kind TYPE integer USING kind::integer;

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_kind_fkey FOREIGN KEY (kind) REFERENCES public.kinds (id);

-- lock: access_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found name;
BEGIN
  FOR found IN
    WITH RECURSIVE part AS (
      SELECT oid, conrelid, conname FROM pg_constraint
      WHERE conrelid = 'public.events'::regclass AND conname = 'events_kind_fkey' AND contype = 'f'
      UNION ALL
      SELECT k.oid, k.conrelid, k.conname FROM part p JOIN pg_constraint k ON k.conparentid = p.oid
    )
    SELECT conname FROM part WHERE conrelid = partition AND conname <> 'kind_of_b'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', partition, found, 'kind_of_b');
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
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_kind'::regclass AND c.relname = 'kind_of_a' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_kind'::regclass AND c.relname <> 'kind_of_a' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a');
  END LOOP;
END
$do$;

-- lock: none
COMMENT ON INDEX public.kind_of_a IS 'By kind.';

-- lock: share_update_exclusive
ALTER INDEX public.kind_of_a SET (fillfactor = '60');
