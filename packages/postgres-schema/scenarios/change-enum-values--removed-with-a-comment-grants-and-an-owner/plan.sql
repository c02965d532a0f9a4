-- before to after

-- lock: none
ALTER TYPE public.status RENAME TO status__replaced;

-- lock: none
CREATE TYPE public.status AS ENUM ('open', 'closed');

-- lock: none
REVOKE USAGE ON TYPE public.status FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tickets ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- lock: none
DROP TYPE public.status__replaced;

-- lock: none; hazards: changes_access
ALTER TYPE public.status OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE public.status TO scenario_reader;

-- lock: none
COMMENT ON TYPE public.status IS 'Where a ticket stands.';

-- after to before

-- lock: none
ALTER TYPE public.status ADD VALUE 'legacy' AFTER 'open';
