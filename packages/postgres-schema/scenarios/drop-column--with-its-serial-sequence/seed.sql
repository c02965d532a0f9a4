INSERT INTO lines (body) VALUES ('x');
