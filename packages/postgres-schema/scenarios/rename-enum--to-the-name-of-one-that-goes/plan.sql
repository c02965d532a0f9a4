-- before to after

-- lock: none
ALTER TYPE public.kind RENAME TO put_aside_1;

-- lock: none
ALTER TYPE public.state RENAME TO kind;

-- lock: access_exclusive
ALTER TABLE public.tasks ALTER COLUMN kind DROP DEFAULT;

-- lock: none
DROP FUNCTION public.first_kind();

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tasks ALTER COLUMN kind TYPE text USING kind::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tasks ALTER COLUMN kinds TYPE text[] USING kinds::text::text[];

-- lock: none
DROP TYPE public.put_aside_1;

-- lock: access_exclusive
ALTER TABLE public.tasks ALTER COLUMN kind SET DEFAULT 'a'::text;

-- after to before

-- lock: none
ALTER TYPE public.kind RENAME TO state;

-- lock: access_exclusive
ALTER TABLE public.tasks ALTER COLUMN kind DROP DEFAULT;

-- lock: none
CREATE TYPE public.kind AS ENUM ('a', 'b');

-- lock: none
CREATE OR REPLACE FUNCTION public.first_kind()
 RETURNS public.kind
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'a'::kind $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.first_kind() FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tasks ALTER COLUMN kind TYPE public.kind USING kind::public.kind;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.tasks ALTER COLUMN kinds TYPE public.kind[] USING kinds::text::public.kind[];

-- lock: access_exclusive
ALTER TABLE public.tasks ALTER COLUMN kind SET DEFAULT 'a'::public.kind;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.first_kind() TO PUBLIC;
