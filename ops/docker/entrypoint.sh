#!/bin/sh
# Runs what the first word names. `exec`: the service gets signals itself, and its exit code is the container's.
set -eu
cd /app
command=${1:-bulwark}
[ $# -eq 0 ] || shift
case $command in
  api | indexer | keeper) exec node "packages/$command/src/main.ts" "$@" ;;
  bulwark) exec node packages/cli/src/main.ts "$@" ;;
  *)
    echo "There is no command $command: indexer, api, keeper CONFIG.json, bulwark …" >&2
    exit 2
    ;;
esac
