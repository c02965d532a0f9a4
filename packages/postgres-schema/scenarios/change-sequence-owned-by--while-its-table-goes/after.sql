CREATE SEQUENCE old_orders_id_seq;
CREATE TABLE orders (id integer DEFAULT nextval('old_orders_id_seq'));
