#!/bin/sh
# Makes the passwords of the database, once: what is there stays. The keeper's key is yours to bring: put keystore and
# password beside them as keeper.keystore and keeper.password, and run this again.
# Usage, as root: createSecrets.sh [FOLDER [HOST [READER [POSTGRES]]]]: the database's host, and the users who read the
# files of the services and of PostgreSQL.
set -eu
folder=${1:-$(dirname "$0")/secrets}
host=${2:-postgres}
reader=${3:-10001}
postgres=${4:-999}
umask 077
mkdir -p "$folder"
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
if [ ! -e "$folder/postgres.roles" ]; then
  for role in indexer api backup webhooks; do
    password=$(random)
    echo "\\set $role '$password'"
    echo "$host:5432:bulwark:bulwark_$role:$password" > "$folder/$role.pgpass"
  done > "$folder/postgres.roles"
  # The API process that tells webhooks logs in as both.
  cat "$folder/webhooks.pgpass" >> "$folder/api.pgpass"
  rm "$folder/webhooks.pgpass"
fi
[ -e "$folder/postgres.password" ] || random > "$folder/postgres.password"
# A container reads a file by its owner on the host, and programs refuse a .pgpass that others can read.
chown "$postgres" "$folder/postgres.roles" "$folder/postgres.password"
for file in indexer.pgpass api.pgpass keeper.keystore keeper.password; do
  [ ! -e "$folder/$file" ] || { chown "$reader" "$folder/$file"; chmod 600 "$folder/$file"; }
done
chmod 711 "$folder"
