CREATE TYPE status AS ENUM ('new', 'old');
CREATE DOMAIN amount AS integer;
CREATE TABLE items (status status, amount amount);
