-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR SELECT TO scenario_reader USING ((owner = CURRENT_USER));

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;
