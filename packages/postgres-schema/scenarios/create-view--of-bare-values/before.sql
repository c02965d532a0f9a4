CREATE TABLE kinds (name text);
