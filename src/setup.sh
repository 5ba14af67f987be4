# Sourced by src/run, tests/run and tests/bench: what they need from the machine, and the published application.
# shellcheck shell=bash

# The names of what Debian and its relatives install; nowhere else.
readonly DEBIAN_POSTGRESQL="postgresql"
# The shell without windows draws nothing of a browser around the page: the tests take half the processor time in it.
readonly DEBIAN_CHROMIUM="chromium-headless-shell fonts-dejavu-core"
# A program that tests of labels run, and the package that has it: readers of codes, Poppler, and what runs a renderer of ZPL.
readonly DEBIAN_READERS="dmtxread:dmtx-utils zbarimg:zbar-tools ZXingReader:zxing-cpp-tools pdftoppm:poppler-utils node:nodejs npm:npm"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# One sentence on stderr, and the end: 2 says that the machine is not ready, 1 that something failed.
cannot() {
    printf '%s\n' "$2" >&2
    exit "$1"
}

is_root() { [ "$(id -u)" = 0 ]; }

is_debian() { [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }

# Takes an SDK that was unpacked in the home directory too, where its own install script puts it.
need_dotnet() {
    if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then
        export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
    fi
    # Asked in the checkout, whose global.json says which SDK will do.
    (cd "$ROOT" && dotnet --version >/dev/null 2>&1) ||
        cannot 2 "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again."
}

apt_install() {
    echo "Installing $* ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 || true # an old list may still be good enough
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" </dev/null >&2
}

has_postgres() {
    local bin
    [ -n "${MEDERA_POSTGRES:-}" ] && return 0 # a folder of binaries that the application itself looks into
    for bin in $(tr ':' ' ' <<<"$PATH") /usr/lib/postgresql/*/bin /usr/pgsql-*/bin \
        /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
        [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && [ -x "$bin/postgres" ] && return 0
    done
    return 1
}

# The package would make and start a server of the system's own, which nobody asked for: the laboratory has its own.
install_postgres() (
    drop_in=/etc/postgresql-common/createcluster.d
    made=""
    if [ ! -d /etc/postgresql ] && [ ! -e "$drop_in/medera-lab.conf" ]; then
        mkdir -p "$drop_in"
        echo "create_main_cluster = false" >"$drop_in/medera-lab.conf"
        made="$drop_in/medera-lab.conf"
    fi
    # shellcheck disable=SC2086 # a list of names
    apt_install $DEBIAN_POSTGRESQL
    result=$?
    if [ -n "$made" ]; then
        rm -f "$made"
        rmdir "$drop_in" 2>/dev/null
    fi
    exit "$result"
)

need_postgres() {
    has_postgres && return
    if is_root && is_debian; then
        install_postgres || cannot 2 "PostgreSQL could not be installed: see apt-get's words above."
        has_postgres && return
    fi
    if is_debian; then
        cannot 2 "PostgreSQL's server is not installed: install it with \"sudo apt-get install $DEBIAN_POSTGRESQL\" and start again."
    elif command -v dnf >/dev/null; then
        cannot 2 "PostgreSQL's server is not installed: install it with \"sudo dnf install postgresql-server\" and start again."
    elif command -v brew >/dev/null; then
        cannot 2 "PostgreSQL's server is not installed: install it with \"brew install postgresql@17\" and start again."
    fi
    cannot 2 "PostgreSQL's server (15 or newer: initdb, pg_ctl, postgres) is not installed: install it with this system's package manager and start again."
}

find_chromium() {
    local name
    if [ -n "${MEDERA_CHROMIUM:-}" ]; then
        [ -x "$MEDERA_CHROMIUM" ]
        return
    fi
    for name in "$@"; do
        if MEDERA_CHROMIUM=$(command -v "$name"); then
            export MEDERA_CHROMIUM
            return 0
        fi
    done
    return 1
}

find_any_chromium() {
    find_chromium chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
}

# The shell where it is or can be had, and else any Chromium.
need_chromium() {
    find_chromium chromium-headless-shell && return
    if is_root && is_debian && [ -z "${MEDERA_CHROMIUM:-}" ]; then
        # shellcheck disable=SC2086 # a list of names
        apt_install $DEBIAN_CHROMIUM ||
            echo "The shell of Chromium could not be installed: a whole Chromium does too, and takes longer." >&2
    fi
    find_any_chromium && return
    cannot 2 "Chromium is missing: install it (on Debian \"sudo apt-get install $DEBIAN_CHROMIUM\"), or set MEDERA_CHROMIUM to the path of a Chromium or Chrome."
}

# The packages of the programs of DEBIAN_READERS that are not there.
missing_readers() {
    local one
    for one in $DEBIAN_READERS; do
        command -v "${one%%:*}" >/dev/null || echo "${one##*:}"
    done
}

# What tests/tools/package.json names, as its lock file pins it, installed anew only when that changed.
find_node_tools() {
    local tools=$ROOT/tests/tools
    [ "$tools/node_modules/.package-lock.json" -nt "$tools/package-lock.json" ] && return
    command -v node >/dev/null && command -v npm >/dev/null || return
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2 && touch node_modules/.package-lock.json)
}

need_readers() {
    local -a missing
    mapfile -t missing < <(missing_readers)
    if [ ${#missing[@]} -gt 0 ] && is_root && is_debian; then
        apt_install "${missing[@]}" || cannot 2 "${missing[*]} could not be installed: see apt-get's words above."
        mapfile -t missing < <(missing_readers)
    fi
    [ ${#missing[@]} = 0 ] ||
        cannot 2 "Tests of labels read them back with programs that are not installed: install Debian's ${missing[*]} (\"sudo apt-get install ${missing[*]}\"), or the same programs, and start again."
    find_node_tools || cannot 2 "The tools in tests/tools could not be installed: see npm's words above."
}

# A hash over everything that the published application is made of; what the build itself brings there is known by its lock.
source_stamp() {
    (
        cd "$ROOT" || exit 1
        dotnet --version
        find src Directory.Build.props Directory.Build.targets Directory.Packages.props global.json BannedSymbols.txt .editorconfig \
            \( -name bin -o -name obj -o -path '*/wwwroot/lib' \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    ) | sha256sum | cut -d' ' -f1
}

# publish_web FOLDER: leaves the published application in FOLDER/publish, made anew only when a source changed.
# In a checkout that we may not write to, the compiler's own files go to FOLDER too.
publish_web() {
    local base=$1 fresh="$1/publish.new-$$" old="$1/publish.old-$$" wanted
    local -a where=()
    mkdir -p "$base" || cannot 1 "The folder $base cannot be made."
    if [ ! -w "$ROOT/src/Medera.Lab.Web" ]; then
        where=(--artifacts-path "$base/build" -p:RestoreLockedMode=true)
    fi
    wanted=$(source_stamp)
    if [ -f "$base/publish/.stamp" ] && [ "$(cat "$base/publish/.stamp")" = "$wanted" ]; then
        return
    fi
    (
        # Two starts at once must not build into the same folders. The build's own helpers do not get the lock's
        # descriptor: they live on, and would keep it.
        if command -v flock >/dev/null; then
            exec 9>"$base/publish.lock"
            flock 9
            [ -f "$base/publish/.stamp" ] && [ "$(cat "$base/publish/.stamp")" = "$wanted" ] && exit 0
        fi
        echo "Building the laboratory ..."
        rm -rf "$fresh"
        dotnet publish "$ROOT/src/Medera.Lab.Web/Medera.Lab.Web.csproj" -c Release -v quiet -nologo -nodeReuse:false \
            "${where[@]}" -o "$fresh" 9>&- || exit 1
        printf '%s\n' "$wanted" >"$fresh/.stamp"
        # A laboratory that runs from the old files keeps them until it ends; they are never written over.
        if [ -e "$base/publish" ]; then mv "$base/publish" "$old"; fi
        mv "$fresh" "$base/publish"
        rm -rf "$old"
    ) >&2 || cannot 1 "The laboratory could not be built: see the compiler's words above."
}
