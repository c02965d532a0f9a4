INSERT INTO notes VALUES (1, 'scenario_writer', true), (2, 'scenario_writer', false), (3, 'scenario_reader', false);
