-- before to after

-- lock: none
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA public;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.keys ADD COLUMN token uuid DEFAULT public.uuid_generate_v4() NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.keys DROP COLUMN token;

-- lock: none
DROP EXTENSION "uuid-ossp";
