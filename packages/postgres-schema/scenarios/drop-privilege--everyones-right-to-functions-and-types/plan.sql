-- before to after

-- lock: none; hazards: changes_access
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION public.act() FROM PUBLIC;

-- after to before

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE public.mood TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.act() TO PUBLIC;
