-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.animals DETACH PARTITION public.cats;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood DROP DEFAULT;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.animals;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN mood TYPE text USING mood::text;

-- lock: none
DROP TYPE public.mood;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood SET DEFAULT 'calm'::text;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood DROP DEFAULT;

-- lock: none
CREATE TYPE public.mood AS ENUM ('calm', 'wild');

-- lock: none
CREATE SEQUENCE public.animals_id_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN id SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.cats ALTER COLUMN mood TYPE public.mood USING mood::public.mood;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN id SET DEFAULT nextval('public.animals_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.animals_id_seq', max(id)) FROM public.cats WHERE id BETWEEN (SELECT last_value FROM public.animals_id_seq) AND 9223372036854775807;

-- lock: none
CREATE TABLE public.animals (
  id bigint DEFAULT nextval('public.animals_id_seq'::regclass) NOT NULL,
  kind text DEFAULT 'cat'::text,
  mood public.mood DEFAULT 'calm'::public.mood
) PARTITION BY LIST (kind);

-- lock: none
ALTER SEQUENCE public.animals_id_seq OWNED BY public.animals.id;

-- lock: access_exclusive
ALTER TABLE public.cats ALTER COLUMN mood SET DEFAULT 'calm'::public.mood;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.animals ATTACH PARTITION public.cats FOR VALUES IN ('cat');
