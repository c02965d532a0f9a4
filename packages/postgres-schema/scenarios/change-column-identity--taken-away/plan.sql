-- before to after

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- lock: access_share; hazards: scans_table
SELECT setval('public.users_id_seq', max(id)) FROM public.users WHERE id BETWEEN (SELECT last_value FROM public.users_id_seq) AND 9223372036854775807;
