-- before to after

-- lock: none
ALTER TYPE public.mood ADD VALUE 'wild' AFTER 'calm';

-- lock: share_update_exclusive
COMMENT ON COLUMN public.cats.kind IS NULL;

-- lock: none; hazards: changes_access
REVOKE SELECT (id) ON TABLE public.cats FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.cats_id_seq;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN kind DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN mood TYPE text USING mood::text;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood SET DEFAULT 'calm'::text;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.animals ATTACH PARTITION public.cats FOR VALUES IN ('cat');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.animals DETACH PARTITION public.cats;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood DROP DEFAULT;

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('calm');

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: none
CREATE SEQUENCE public.cats_id_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN id SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN kind SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN mood SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN mood TYPE public.mood USING mood::public.mood;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id SET DEFAULT nextval('public.cats_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.cats_id_seq', max(id)) FROM public.cats WHERE id BETWEEN (SELECT last_value FROM public.cats_id_seq) AND 9223372036854775807;

-- lock: none
ALTER SEQUENCE public.cats_id_seq OWNED BY public.cats.id;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood SET DEFAULT 'calm'::public.mood;

-- lock: none; hazards: changes_access
GRANT SELECT (id) ON TABLE public.cats TO PUBLIC;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.cats.kind IS 'theirs';
