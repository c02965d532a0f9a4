-- before to after

-- lock: none
ALTER TYPE public."Mood" RENAME TO "order";

-- lock: none
ALTER TYPE public."order" ADD VALUE 'wild' BEFORE 'calm';

-- after to before

-- lock: none
ALTER TYPE public."order" RENAME TO "Mood";

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN mood DROP DEFAULT;

-- lock: none
ALTER TYPE public."Mood" RENAME TO "Mood__replaced";

-- lock: none
CREATE TYPE public."Mood" AS ENUM ('calm', 'cross');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN "Moods" TYPE public."Mood"[] USING "Moods"::text[]::public."Mood"[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN mood TYPE public."Mood" USING mood::text::public."Mood";

-- lock: none
DROP TYPE public."Mood__replaced";

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN mood SET DEFAULT 'calm'::public."Mood";
