-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- after to before

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;
