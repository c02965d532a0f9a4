CREATE TABLE bills (id integer, payer text, note text);
CREATE VIEW named AS SELECT number, who FROM bills AS bill (number, who);
