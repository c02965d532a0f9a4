-- before to after

-- lock: access_exclusive
DROP VIEW public.main_codes;

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS character varying(9);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN main TYPE public.code USING main::text::public.code;

-- lock: none
DROP DOMAIN public.code__replaced;

-- lock: none
CREATE VIEW public.main_codes AS
SELECT main
   FROM public.items;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.main_codes TO scenario_reader;

-- lock: none
COMMENT ON DOMAIN public.code IS 'short';

-- after to before

-- lock: access_exclusive
DROP VIEW public.main_codes;

-- lock: none
ALTER DOMAIN public.code RENAME TO code__replaced;

-- lock: none
CREATE DOMAIN public.code AS character varying(5);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN main TYPE public.code USING main::text::public.code;

-- lock: none
DROP DOMAIN public.code__replaced;

-- lock: none
CREATE VIEW public.main_codes AS
SELECT main
   FROM public.items;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.main_codes TO scenario_reader;

-- lock: none
COMMENT ON DOMAIN public.code IS 'short';
