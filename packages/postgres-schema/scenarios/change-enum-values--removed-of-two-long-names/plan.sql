-- before to after

-- lock: none
ALTER TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_one RENAME TO a_rather_long_name_of_an_enum_that_says_what_it_is_of__146a1d2c;

-- lock: none
CREATE TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_one AS ENUM ('x', 'z');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.t ALTER COLUMN b TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_one USING b::text::public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_one;

-- lock: none
DROP TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of__146a1d2c;

-- lock: none
ALTER TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_two RENAME TO a_rather_long_name_of_an_enum_that_says_what_it_is_of__2298822a;

-- lock: none
CREATE TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_two AS ENUM ('x', 'z');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.t ALTER COLUMN c TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_two USING c::text::public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_two;

-- lock: none
DROP TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of__2298822a;

-- lock: none
ALTER TYPE public."状態状態状態状態状態状態状態状態状態状態一" RENAME TO "状態状態状態状態状態状態状態状態状態_7e8d9b5a";

-- lock: none
CREATE TYPE public."状態状態状態状態状態状態状態状態状態状態一" AS ENUM ('x', 'z');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public."状態状態状態状態状態状態状態状態状態状態一" USING a::text::public."状態状態状態状態状態状態状態状態状態状態一";

-- lock: none
DROP TYPE public."状態状態状態状態状態状態状態状態状態_7e8d9b5a";

-- after to before

-- lock: none
ALTER TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_one ADD VALUE 'y' AFTER 'x';

-- lock: none
ALTER TYPE public.a_rather_long_name_of_an_enum_that_says_what_it_is_of_two ADD VALUE 'y' AFTER 'x';

-- lock: none
ALTER TYPE public."状態状態状態状態状態状態状態状態状態状態一" ADD VALUE 'y' AFTER 'x';
