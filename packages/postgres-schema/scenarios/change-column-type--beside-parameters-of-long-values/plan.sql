-- before to after

-- lock: share_update_exclusive
ALTER TABLE public.notes RESET (toast.autovacuum_enabled);

-- lock: access_exclusive
ALTER TABLE public.notes DROP COLUMN shown;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN body TYPE character varying(20) USING body::text;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.notes ADD COLUMN shown text GENERATED ALWAYS AS (lower((body)::text)) STORED;

-- lock: share_update_exclusive
ALTER TABLE public.notes SET (toast.autovacuum_enabled = 'off');

-- after to before

-- lock: share_update_exclusive
ALTER TABLE public.notes RESET (toast.autovacuum_enabled);

-- lock: access_exclusive
ALTER TABLE public.notes DROP COLUMN shown;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN body TYPE character varying(30) USING body::character varying(30);

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.notes ADD COLUMN shown text GENERATED ALWAYS AS (upper((body)::text)) STORED;

-- lock: share_update_exclusive
ALTER TABLE public.notes SET (toast.autovacuum_enabled = 'off');
