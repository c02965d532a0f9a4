CREATE TABLE tickets (number integer GENERATED ALWAYS AS IDENTITY, name text);
