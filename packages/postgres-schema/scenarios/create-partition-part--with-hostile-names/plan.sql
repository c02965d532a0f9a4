-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX "kind's $$ index" ON public.events (kind);

-- lock: share_update_exclusive
DO $do$
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = 'public.events_a'::regclass AND pg_partition_root(indexrelid) = 'public."kind''s $$ index"'::regclass;
  IF (SELECT relname FROM pg_class WHERE oid = found) <> 'it''s $$ "%I" \ ; drop schema public cascade; --' THEN
    EXECUTE format('ALTER INDEX %s RENAME TO %I', found, 'it''s $$ "%I" \ ; drop schema public cascade; --');
  END IF;
END
$do$;

-- after to before

-- lock: access_exclusive
DROP INDEX public."kind's $$ index";
