CREATE TEXT SEARCH CONFIGURATION plain (PARSER = pg_catalog."default");
