#!/bin/sh
# Makes roles and database with the passwords of a file of psql variables (\set indexer '…', api, backup, webhooks). Runs by
# itself at the container's first start; by hand, as a user that may make roles:
#   sudo -u postgres ops/postgresql/createRoles.sh /etc/bulwark/secrets/postgres.roles ops/postgresql/roles.sql
set -eu
passwords=${1:-/run/secrets/postgres.roles}
roles=${2:-/bulwark/roles.sql}
# By standard input: what stands on a command line, everybody on the machine reads.
cat "$passwords" "$roles" | psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres
