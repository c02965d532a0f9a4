-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX "kind's $$ index" ON public.events (kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  partition regclass := 'public.events_a'::regclass;
  found regclass;
BEGIN
  FOR found IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid) = 'public."kind''s $$ index"'::regclass AND c.relname <> 'it''s $$ "%I" \ ; drop schema public cascade; --' LOOP
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'it''s $$ "%I" \ ; drop schema public cascade; --');
  END LOOP;
END
$do$;

-- after to before

-- lock: access_exclusive
DROP INDEX public."kind's $$ index";
