-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY a ON public.notes TO PUBLIC;

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY b ON public.notes TO scenario_reader, scenario_writer;

-- after to before

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY a ON public.notes TO scenario_reader;

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY b ON public.notes TO PUBLIC;
