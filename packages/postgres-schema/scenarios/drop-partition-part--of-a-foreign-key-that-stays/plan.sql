-- before to after

-- lock: access_exclusive
ALTER TABLE public.events_b RENAME CONSTRAINT kind_of_b TO events_kind_fkey;

-- after to before

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
