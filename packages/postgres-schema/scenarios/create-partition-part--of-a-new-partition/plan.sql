-- before to after

-- lock: access_exclusive
CREATE TABLE public.events_b PARTITION OF public.events FOR VALUES FROM (100) TO (200);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_b'::regclass AND pg_partition_root(indexrelid) = 'public.events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'kind_of_b' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_b'::regclass AND indexrelid = to_regclass('public.kind_of_b')) THEN
      ALTER INDEX public.kind_of_b RENAME TO kind_of_b__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_b');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_b'::regclass AND pg_partition_root(indexrelid) = 'public.events_pkey'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'key_of_b' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_b'::regclass AND indexrelid = to_regclass('public.key_of_b')) THEN
      ALTER INDEX public.key_of_b RENAME TO key_of_b__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'key_of_b');
  END IF;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_b;
