-- before to after

-- lock: access_exclusive
CREATE TABLE public.events_b PARTITION OF public.events FOR VALUES FROM (100) TO (200);

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_b'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_kind'::regclass AND c.relname = 'kind_of_b' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_b__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_kind'::regclass AND c.relname <> 'kind_of_b' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_b');
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
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) <> 'public.events_pkey'::regclass AND c.relname = 'key_of_b' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'key_of_b__renamed');
  END LOOP;
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public.events_pkey'::regclass AND c.relname <> 'key_of_b' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'key_of_b');
  END LOOP;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_b;
