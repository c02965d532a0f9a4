-- before to after

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.p_c2_seq;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c0 TYPE public.mood USING c0::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c2 TYPE public.mood USING c2::text::public.mood;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 SET DEFAULT 'a'::public.mood;

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- after to before

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 DROP DEFAULT;

-- lock: none
CREATE SEQUENCE public.p_c2_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c0 TYPE text USING c0::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c2 TYPE bigint USING c2::text::bigint;

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c2 SET DEFAULT nextval('public.p_c2_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.p_c2_seq', max(c2)) FROM public.p WHERE c2 BETWEEN (SELECT last_value FROM public.p_c2_seq) AND 9223372036854775807;

-- lock: none
ALTER SEQUENCE public.p_c2_seq OWNED BY public.p.c2;

-- lock: access_exclusive
ALTER TABLE ONLY public.a ALTER COLUMN c2 DROP DEFAULT;
