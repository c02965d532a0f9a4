INSERT INTO plain VALUES (2, 1.5, 'K');
INSERT INTO further VALUES (1, 1.5, 'C');
