-- before to after

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;

-- lock: none
ALTER SEQUENCE public.users_id_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.users_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
