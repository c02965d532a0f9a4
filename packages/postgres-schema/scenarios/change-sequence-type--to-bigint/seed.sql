SELECT nextval('tickets'), nextval('tickets');
