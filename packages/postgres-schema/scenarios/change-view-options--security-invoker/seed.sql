INSERT INTO notes VALUES (1, 'scenario_reader'), (2, 'scenario_owner');
