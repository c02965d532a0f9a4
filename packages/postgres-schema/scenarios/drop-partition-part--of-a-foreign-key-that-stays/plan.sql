-- before to after

-- lock: access_exclusive
ALTER TABLE public.events_b RENAME CONSTRAINT kind_of_b TO events_kind_fkey;

-- after to before

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
