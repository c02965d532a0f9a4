import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";

// Roles belong to the server, which tests share: one at a time, and whoever comes first makes them.
const roles = `
  begin;
  select pg_advisory_xact_lock(7261001);
  do $$
  declare wanted text;
  begin
    foreach wanted in array array['anon', 'authenticated', 'service_role'] loop
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    end loop;
  end $$;
  commit;`;

const schema = `
  create schema auth;
  create table auth.users (id uuid primary key, email text);
  create function auth.uid() returns uuid stable language sql as
    $$ select nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')::uuid $$;
  grant usage on schema auth, public to anon, authenticated;

  create table accounts (
    id uuid primary key default gen_random_uuid(),
    name varchar(200) not null,
    type text not null default 'prospect' check (type in ('customer', 'prospect', 'partner')),
    website text, employees integer check (employees >= 0), annual_revenue numeric(14, 2),
    active boolean not null default true, founded_on date, next_call_at timestamptz,
    tags text[], settings jsonb, api_key text, code varchar(20),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now()
  );
  create table contacts (
    id uuid primary key default gen_random_uuid(),
    name varchar(200) not null, email text unique,
    account_id uuid not null references accounts, reports_to_id uuid references contacts,
    owner_id uuid not null default auth.uid() references auth.users,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now()
  );
  create schema reference;
  grant usage on schema reference to anon, authenticated;
  create table reference.countries (continent text, code text, name text not null, primary key (continent, code));

  alter table accounts enable row level security;
  alter table contacts enable row level security;
  alter table reference.countries enable row level security;
  create policy everything on accounts to authenticated using (true) with check (true);
  create policy reading on contacts for select to authenticated using (true);
  create policy adding on contacts for insert to authenticated with check (true);
  create policy changing on contacts for update to authenticated using (owner_id = (select auth.uid()));
  create policy removing on contacts for delete to authenticated using (owner_id = (select auth.uid()));
  create policy reading on reference.countries for select to anon, authenticated using (true);
  create policy everything on reference.countries to authenticated using (true) with check (true);

  -- The secret column is granted to nobody.
  grant select (id, name, type, website, employees, annual_revenue, active, founded_on, next_call_at, tags, settings,
    code, created_at, updated_at), insert, update, delete on accounts to authenticated;
  grant select, insert, update, delete on contacts, reference.countries to authenticated;
  grant select on reference.countries to anon;`;

/** A database with the tables of `crmConfiguration`, its policies and its grants, written by hand. */
export async function createCrmDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const client = await database.client();
  await client.query(roles);
  await client.query(schema);
  await client.end();
  return database;
}
