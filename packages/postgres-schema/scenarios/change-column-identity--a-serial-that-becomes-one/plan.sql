-- before to after

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.users_id_seq;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;

-- lock: none
CREATE SEQUENCE public.users_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
