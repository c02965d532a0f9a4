-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_pkey PRIMARY KEY (id);

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON public.events (kind);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_kind_fkey FOREIGN KEY (kind) REFERENCES public.kinds (id);

-- lock: access_exclusive
DO $do$
DECLARE
  found name;
BEGIN
  WITH RECURSIVE part AS (
    SELECT oid, conrelid, confrelid, conname FROM pg_constraint
    WHERE conrelid = 'public.events'::regclass AND conname = 'events_kind_fkey' AND contype = 'f'
    UNION ALL
    SELECT k.oid, k.conrelid, k.confrelid, k.conname
    FROM part p JOIN pg_constraint k ON k.conparentid = p.oid AND k.confrelid = p.confrelid
  )
  SELECT conname INTO STRICT found FROM part WHERE conrelid = 'public.events_b'::regclass;
  IF found <> 'kind_of_b' THEN
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', 'public.events_b'::regclass, found, 'kind_of_b');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'kind_of_a' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.kind_of_a')) THEN
      ALTER INDEX public.kind_of_a RENAME TO kind_of_a__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_pkey'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'key_of_a' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.events_a'::regclass AND indexrelid = to_regclass('public.key_of_a')) THEN
      ALTER INDEX public.key_of_a RENAME TO key_of_a__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'key_of_a');
  END IF;
END
$do$;

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.events DROP CONSTRAINT events_kind_fkey;

-- lock: access_exclusive
DROP INDEX public.events_kind;

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT events_pkey;
