-- before to after

-- lock: none; hazards: changes_access
REVOKE UPDATE (draft) ON TABLE public.letters FROM scenario_reader;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.entries DROP COLUMN draft;

-- lock: none; hazards: changes_access
GRANT UPDATE (title) ON TABLE public.letters TO scenario_reader;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.entries ADD COLUMN draft text;

-- lock: none; hazards: changes_access
REVOKE UPDATE (title) ON TABLE public.letters FROM scenario_reader;

-- lock: none; hazards: changes_access
GRANT UPDATE (draft) ON TABLE public.letters TO scenario_reader;
