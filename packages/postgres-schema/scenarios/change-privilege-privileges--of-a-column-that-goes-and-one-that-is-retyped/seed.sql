INSERT INTO texts VALUES ('a');
