CREATE TYPE "状態状態状態状態状態状態状態状態状態状態一" AS ENUM ('x', 'y', 'z');
CREATE TYPE "a_rather_long_name_of_an_enum_that_says_what_it_is_of_one" AS ENUM ('x', 'y', 'z');
CREATE TYPE "a_rather_long_name_of_an_enum_that_says_what_it_is_of_two" AS ENUM ('x', 'y', 'z');
CREATE TABLE t (id int PRIMARY KEY, a "状態状態状態状態状態状態状態状態状態状態一", b "a_rather_long_name_of_an_enum_that_says_what_it_is_of_one", c "a_rather_long_name_of_an_enum_that_says_what_it_is_of_two");
