-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_key UNIQUE (id, kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX z_events_kind ON public.events (kind);

-- lock: share; hazards: blocks_writes
CREATE INDEX a_events_own ON public.a_events (kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.b_events'::regclass AND pg_partition_root(indexrelid) = 'public.a_events_own'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'b_events_kind_idx1' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.b_events'::regclass AND indexrelid = to_regclass('public.b_events_kind_idx1')) THEN
      ALTER INDEX public.b_events_kind_idx1 RENAME TO b_events_kind_idx1__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx1');
  END IF;
END
$do$;

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.b_events'::regclass AND pg_partition_root(indexrelid) = 'public.z_events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'b_events_kind_idx' THEN
    IF EXISTS (SELECT FROM pg_index WHERE indrelid = 'public.b_events'::regclass AND indexrelid = to_regclass('public.b_events_kind_idx')) THEN
      ALTER INDEX public.b_events_kind_idx RENAME TO b_events_kind_idx__renamed;
    END IF;
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'b_events_kind_idx');
  END IF;
END
$do$;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX b_events_own ON public.b_events (id, kind);

-- after to before

-- lock: access_exclusive
DROP INDEX public.a_events_own;

-- lock: access_exclusive
DROP INDEX public.b_events_own;

-- lock: access_exclusive
DROP INDEX public.z_events_kind;

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT events_key;
