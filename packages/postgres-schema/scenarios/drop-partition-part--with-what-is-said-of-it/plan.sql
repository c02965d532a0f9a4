-- before to after

-- lock: access_exclusive
DROP INDEX public.events_kind;

-- after to before

-- lock: share; hazards: blocks_writes
CREATE INDEX events_kind ON public.events (kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
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
