-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c0 DROP DEFAULT;

-- lock: access_exclusive
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2, 12) PARTITION BY HASH (id);

-- lock: access_exclusive
ALTER TABLE ONLY public.p2 ALTER COLUMN c0 SET DEFAULT 'y'::text;

-- lock: none
CREATE TABLE public.p3 PARTITION OF public.p2 FOR VALUES WITH (modulus 2, remainder 1);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p3;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p2;

-- lock: access_exclusive
ALTER TABLE public.p ALTER COLUMN c0 SET DEFAULT 'x'::text;
