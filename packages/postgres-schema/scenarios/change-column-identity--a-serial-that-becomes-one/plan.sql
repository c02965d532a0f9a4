-- before to after

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.users_id_seq;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- lock: access_share; hazards: scans_table
SELECT setval('public.users_id_seq', max(id)) FROM public.users WHERE id BETWEEN (SELECT last_value FROM public.users_id_seq) AND 2147483647;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;

-- lock: none
CREATE SEQUENCE public.users_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.users_id_seq', max(id)) FROM public.users WHERE id BETWEEN (SELECT last_value FROM public.users_id_seq) AND 2147483647;

-- lock: none
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
