-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.slug(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower(replace(t, ' ', '-')) $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.slug(text) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.slug(text) TO PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.articles ADD COLUMN slug text GENERATED ALWAYS AS (public.slug(title)) STORED;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX articles_slug ON public.articles (slug);

-- after to before

-- lock: access_exclusive
DROP INDEX public.articles_slug;

-- lock: access_exclusive
ALTER TABLE public.articles DROP COLUMN slug;

-- lock: none
DROP FUNCTION public.slug(text);
