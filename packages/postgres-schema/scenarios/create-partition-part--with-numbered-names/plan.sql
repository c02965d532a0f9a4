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
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_a_kind_idx1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.events_a_kind_idx1')) THEN
      ALTER INDEX public.events_a_kind_idx1 RENAME TO events_a_kind_idx1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx1');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_b'::regclass AND pg_partition_root(indexrelid) = 'public.events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_b_kind_idx1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_b'::regclass AND indexrelid = to_regclass('public.events_b_kind_idx1')) THEN
      ALTER INDEX public.events_b_kind_idx1 RENAME TO events_b_kind_idx1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx1');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_late'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_a_kind_idx' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.events_a_kind_idx')) THEN
      ALTER INDEX public.events_a_kind_idx RENAME TO events_a_kind_idx__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_b'::regclass AND pg_partition_root(indexrelid) = 'public.events_late'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_b_kind_idx' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_b'::regclass AND indexrelid = to_regclass('public.events_b_kind_idx')) THEN
      ALTER INDEX public.events_b_kind_idx RENAME TO events_b_kind_idx__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_later'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_a_kind_idx2' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.events_a_kind_idx2')) THEN
      ALTER INDEX public.events_a_kind_idx2 RENAME TO events_a_kind_idx2__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_a_kind_idx2');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_b'::regclass AND pg_partition_root(indexrelid) = 'public.events_later'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'events_b_kind_idx2' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_b'::regclass AND indexrelid = to_regclass('public.events_b_kind_idx2')) THEN
      ALTER INDEX public.events_b_kind_idx2 RENAME TO events_b_kind_idx2__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'events_b_kind_idx2');
  END IF;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_b;

-- lock: access_exclusive
DROP INDEX public.events_later;
