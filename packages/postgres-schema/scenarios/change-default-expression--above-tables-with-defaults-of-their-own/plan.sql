-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN size DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN size SET DEFAULT 11;

-- lock: access_exclusive
ALTER TABLE public.base ALTER COLUMN id SET DEFAULT 7;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name SET DEFAULT 'first'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.plain ALTER COLUMN name SET DEFAULT 'first'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events ALTER COLUMN note SET DEFAULT 'every'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_2 ALTER COLUMN note SET DEFAULT 'every'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN size DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_2 ALTER COLUMN size DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events ALTER COLUMN size DROP DEFAULT;

-- lock: access_exclusive
CREATE TABLE public.events_1_2 PARTITION OF public.events_1 FOR VALUES IN (2);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.base ALTER COLUMN id DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN size DROP DEFAULT;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_1_2;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN note DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name SET DEFAULT 'base'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.plain ALTER COLUMN name SET DEFAULT 'base'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events ALTER COLUMN note SET DEFAULT 'all'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_2 ALTER COLUMN note SET DEFAULT 'all'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN note SET DEFAULT 'one'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN note SET DEFAULT 'one'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events ALTER COLUMN size SET DEFAULT 1;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN size SET DEFAULT 1;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_2 ALTER COLUMN size SET DEFAULT 1;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1_1 ALTER COLUMN size SET DEFAULT 11;
