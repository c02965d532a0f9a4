-- before to after

-- lock: access_exclusive
DROP INDEX public.events_kind;

-- after to before

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON public.events (kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public.events_kind'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'kind_of_a' THEN
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'kind_of_a');
  END IF;
END
$do$;

-- lock: none
COMMENT ON INDEX public.kind_of_a IS 'By kind.';

-- lock: share_update_exclusive
ALTER INDEX public.kind_of_a SET (fillfactor = '60');
