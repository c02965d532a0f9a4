-- before to after

-- lock: none; hazards: changes_access
ALTER AGGREGATE public.total(integer) OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER TYPE public.pair OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER DOMAIN public.tiny OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER TYPE public.mood OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER FUNCTION public.act() OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER PROCEDURE public.run() OWNER TO scenario_owner;

-- lock: access_exclusive; hazards: changes_access
ALTER MATERIALIZED VIEW public.kept OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER SCHEMA app OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.numbers OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
ALTER STATISTICS public.ids OWNER TO scenario_owner;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.people OWNER TO scenario_owner;

-- lock: access_exclusive; hazards: changes_access
ALTER VIEW public.shown OWNER TO scenario_owner;

-- after to before

-- lock: none; hazards: changes_access
ALTER AGGREGATE public.total(integer) OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER TYPE public.pair OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER DOMAIN public.tiny OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER TYPE public.mood OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER FUNCTION public.act() OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER PROCEDURE public.run() OWNER TO postgres;

-- lock: access_exclusive; hazards: changes_access
ALTER MATERIALIZED VIEW public.kept OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER SCHEMA app OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.numbers OWNER TO postgres;

-- lock: none; hazards: changes_access
ALTER STATISTICS public.ids OWNER TO postgres;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.people OWNER TO postgres;

-- lock: access_exclusive; hazards: changes_access
ALTER VIEW public.shown OWNER TO postgres;
