-- before to after

-- lock: none; hazards: changes_access
REVOKE SELECT (lexemes) ON TABLE public.texts FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.texts DROP COLUMN lexemes;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.texts ALTER COLUMN c TYPE character varying(10) USING c::text;

-- lock: none; hazards: changes_access
GRANT UPDATE (c) ON TABLE public.texts TO PUBLIC;

-- after to before

-- lock: none; hazards: changes_access
REVOKE UPDATE (c) ON TABLE public.texts FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.texts ALTER COLUMN c TYPE text USING c::text;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.texts ADD COLUMN lexemes text GENERATED ALWAYS AS (upper(c)) STORED;

-- lock: none; hazards: changes_access
GRANT SELECT (lexemes) ON TABLE public.texts TO PUBLIC;
