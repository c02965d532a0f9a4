-- before to after

-- lock: none
CREATE SEQUENCE public.lines_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.lines ADD COLUMN id integer DEFAULT nextval('public.lines_id_seq'::regclass) NOT NULL;

-- lock: none
ALTER SEQUENCE public.lines_id_seq OWNED BY public.lines.id;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.lines DROP COLUMN id;
