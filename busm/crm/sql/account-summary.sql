-- What the model cannot say in YAML is said in SQL, one file for what belongs together. The database is built with the
-- tables first. Names carry their schema, and a function sees none by itself (`set search_path = ''`), so that nobody can
-- slip another table or function under it.

-- How many contacts an account has, for the signed-in user: the view asks with that user's rights.
create view public.account_summary with (security_invoker = true) as
select
  account.id,
  account.name,
  account.status,
  count(contact.id) as contact_count
from public.accounts as account
left join public.contacts as contact on contact.account_id = account.id
group by account.id, account.name, account.status;

-- A person's name as it is written on an envelope.
create function public.full_name(first_name text, last_name text) returns text
language sql
immutable
set search_path = ''
return pg_catalog.concat_ws(' ', first_name, last_name);
