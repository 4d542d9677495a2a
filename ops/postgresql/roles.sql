-- The roles and the database of Bulwark; may be run again. The passwords are psql's variables indexer, api, backup
-- and webhooks: ops/postgresql/createRoles.sh hands them over.
\set ON_ERROR_STOP on
\set QUIET on
-- No password in the server's log.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

select format('create role %I', name)
from (values ('bulwark_indexer'), ('bulwark_api'), ('bulwark_backup'), ('bulwark_webhooks')) as wanted (name)
where not exists (select from pg_roles where rolname = name) \gexec

-- Owns the tables: writes them, and drops them when it rebuilds.
alter role bulwark_indexer login nosuperuser nocreatedb nocreaterole password :'indexer' connection limit 25;
-- Reads: whatever gets hold of its password changes nothing. It stops asking after five seconds.
alter role bulwark_api login nosuperuser nocreatedb nocreaterole password :'api' connection limit 30;
alter role bulwark_api set default_transaction_read_only = on;
alter role bulwark_api set statement_timeout = '5s';
alter role bulwark_api set idle_in_transaction_session_timeout = '30s';
-- Reads like the API, and keeps a schema of its own: what is still to be told to webhooks.
alter role bulwark_webhooks login nosuperuser nocreatedb nocreaterole password :'webhooks' connection limit 10;
grant bulwark_api to bulwark_webhooks;
-- Reads everything, for pg_dump.
alter role bulwark_backup login nosuperuser nocreatedb nocreaterole password :'backup' connection limit 3;
alter role bulwark_backup set default_transaction_read_only = on;
grant pg_read_all_data to bulwark_backup;

select 'create database bulwark owner bulwark_indexer encoding ''UTF8'' locale ''C'' template template0'
where not exists (select from pg_database where datname = 'bulwark') \gexec
revoke all on database bulwark from public;
grant connect on database bulwark to bulwark_api, bulwark_backup;
grant create, connect on database bulwark to bulwark_webhooks;

\connect bulwark
revoke all on schema public from public;
-- The indexer makes a schema for each deployment, and drops it when it rebuilds: what it makes, the API may read.
alter default privileges for role bulwark_indexer grant usage on schemas to bulwark_api;
alter default privileges for role bulwark_indexer grant select on tables to bulwark_api;

-- What was there before, after a restore or a first start without these roles.
select format('grant usage on schema %I to bulwark_api; grant select on all tables in schema %I to bulwark_api', nspname, nspname)
from pg_namespace where nspowner = 'bulwark_indexer'::regrole \gexec
