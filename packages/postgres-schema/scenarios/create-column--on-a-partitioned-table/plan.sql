-- before to after

-- lock: access_exclusive
ALTER TABLE public.events ADD COLUMN kind text DEFAULT 'x'::text NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.events DROP COLUMN kind;
