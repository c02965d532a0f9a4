INSERT INTO rooms (size, open) VALUES (1, '[2020-01-01,2020-02-01)'), (2, '[2021-01-01,2021-02-01)');
INSERT INTO halls (id, size) VALUES (7, 3);
