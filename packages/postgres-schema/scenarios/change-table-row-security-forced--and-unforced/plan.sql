-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.drafts NO FORCE ROW LEVEL SECURITY;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes FORCE ROW LEVEL SECURITY;

-- after to before

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.drafts FORCE ROW LEVEL SECURITY;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes NO FORCE ROW LEVEL SECURITY;
