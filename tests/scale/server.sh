# SPDX-License-Identifier: Apache-2.0
# Sourced: start_server DIRECTORY starts a PostgreSQL server of its own below it, which listens on a
# socket there and nowhere else, and sets `address`; stop_server ends it. Ends with 77, which ctest
# shows as skipped, where the Debian package postgresql is missing.

server_programs() {
  local bin
  for bin in "$(dirname "$(command -v initdb || echo /none/initdb)")" /usr/lib/postgresql/*/bin; do
    if [[ -x $bin/initdb && -x $bin/pg_ctl ]]; then
      echo "$bin"
      return
    fi
  done
}

# The server refuses to run as root.
as_server() {
  if [[ $EUID -eq 0 ]]; then
    runuser -u postgres -- env -i PATH="$PATH" "$@"
  else
    "$@"
  fi
}

start_server() {
  server_root=$1
  local bin
  bin=$(server_programs)
  if [[ -z $bin ]]; then
    echo "skipped: no PostgreSQL server is installed (Debian package: postgresql)"
    exit 77
  fi
  if [[ $EUID -eq 0 ]] && ! id postgres >/dev/null 2>&1; then
    echo "skipped: there is no user postgres to run the server as"
    exit 77
  fi
  PATH=$bin:$PATH
  mkdir -p "$server_root/socket"
  chmod 755 "$server_root"
  [[ $EUID -eq 0 ]] && chown postgres "$server_root" "$server_root/socket"
  (cd "$server_root" &&
    as_server initdb -D "$server_root/data" -U tally --auth=trust -E UTF8 --locale=C.UTF-8 >"$server_root/initdb.log" 2>&1 &&
    as_server pg_ctl -D "$server_root/data" -l "$server_root/server.log" -w \
      -o "-c listen_addresses= -c unix_socket_directories=$server_root/socket -c fsync=off" start >/dev/null) ||
    { cat "$server_root"/*.log >&2; exit 1; }
  address="postgresql://tally@/postgres?host=$server_root/socket"
}

stop_server() {
  [[ -z ${server_root:-} ]] || (cd "$server_root" && as_server pg_ctl -D "$server_root/data" -m immediate stop >/dev/null 2>&1) || true
}
