-- before to after

-- lock: access_exclusive
DROP VIEW public.large;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN amount DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.invoices ALTER COLUMN amount TYPE bigint USING amount::bigint;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN amount SET DEFAULT 0;

-- lock: none
CREATE VIEW public.large AS
SELECT id,
    amount
   FROM public.invoices
  WHERE (amount > 100);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.large TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.large IS 'More than a hundred';

-- after to before

-- lock: access_exclusive
DROP VIEW public.large;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN amount DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.invoices ALTER COLUMN amount TYPE integer USING amount::integer;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN amount SET DEFAULT 0;

-- lock: none
CREATE VIEW public.large AS
SELECT id,
    amount
   FROM public.invoices
  WHERE (amount > 100);

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.large TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON VIEW public.large IS 'More than a hundred';
