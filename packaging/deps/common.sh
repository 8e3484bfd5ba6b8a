# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts of this folder: `. common.sh`. Needs bash; sets no shell options.

mw_cache=${XDG_CACHE_HOME:-$HOME/.cache}/meshwright
mw_deps=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '== %s\n' "$*"; }

fail()
{
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Runs a command as root: at once, or through sudo.
as_root()
{
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "root is needed for \"$*\": run it as root, or install sudo"
    fi
}

# Runs a step with its output kept in a file; shows the end of it only when the step fails.
# quietly LOGFILE COMMAND…
quietly()
{
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        printf 'error: "%s" failed; the whole output is in %s\n' "$*" "$log" >&2
        return 1
    fi
}

# One at a time: two scripts that fill the same cache wait for each other.
# only_one NAME
only_one()
{
    mkdir -p "$mw_cache"
    exec 9>"$mw_cache/$1.lock"
    flock 9
}
