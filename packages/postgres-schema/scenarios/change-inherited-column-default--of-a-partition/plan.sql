-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN kind SET DEFAULT 'a'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN kind SET DEFAULT 'c'::text;

-- after to before

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN kind SET DEFAULT 'a'::text;

-- lock: access_exclusive
ALTER TABLE ONLY public.events_1 ALTER COLUMN kind SET DEFAULT 'b'::text;
