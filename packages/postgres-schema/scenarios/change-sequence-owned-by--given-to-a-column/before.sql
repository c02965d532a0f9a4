CREATE SEQUENCE tickets_id_seq;
CREATE TABLE tickets (id bigint NOT NULL DEFAULT nextval('tickets_id_seq'));
