CREATE SCHEMA "user";
CREATE TABLE "user"."select" ("from" integer, "where" text);
