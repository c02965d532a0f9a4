CREATE TEXT SEARCH TEMPLATE known (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY all_words (TEMPLATE = known);
