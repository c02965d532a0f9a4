CREATE TABLE parts (id bigint, size integer, note text);
CREATE TYPE pair AS (part parts, number bigint);
CREATE TABLE boxes (id bigint, content pair, others pair[], more pair);
