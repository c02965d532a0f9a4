-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT four TO four__renamed;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT six TO four;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT five TO six;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN c DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT two TO three;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT one TO two;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN g integer;

-- lock: access_exclusive; hazards: scans_table
UPDATE public.people SET g = 0;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT one NOT NULL g;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT four__renamed TO five;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT five TO five__renamed;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT six TO five;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT four TO six;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN g;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT two TO one;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT three TO two;

-- lock: row_exclusive; hazards: scans_table
UPDATE public.people SET c = 3 WHERE c IS NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT three NOT NULL c;

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT five__renamed TO four;
