# What is run before a change lands.
ci:
    bash .ci/run

# What to run while working: format, lint, and the unit and in-process tests, without those that take seconds: modules
# called `slow`, the exchange between two files, calendar parsers and the browser.
check:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings
    cargo test --locked --lib --test it -- --skip slow:: --skip share_ --skip calendar_parsers:: --skip browser::

# The tests.
test:
    cargo test --locked

# Format and lint.
lint:
    cargo fmt
    cargo clippy --all-targets --locked -- -D warnings

# How long commands take, beside the sqlite3 shell.
bench:
    cargo build --profile dist --locked
    MENTOR_BIN=target/dist/mentor cargo bench --locked

# How many instructions commands take, and what each part of a schema costs.
instructions:
    cargo build --profile dist --locked
    MENTOR_BIN=target/dist/mentor cargo bench --locked -- --instructions
    MENTOR_BIN=target/dist/mentor cargo bench --locked --bench commands -- --schema

# How long commands take beside other programs.
peers:
    cargo build --profile dist --locked
    python3 benches/peers.py

# How large a bundle of five years is, and how long a take and a sync of it run.
exchange:
    cargo build --profile dist --locked
    python3 benches/exchange.py

# The tests of everything that can go wrong, at their full size: hours.
torture:
    MENTOR_TORTURE=full cargo test --locked --lib -- cadence::oracle share
    MENTOR_TORTURE=full cargo test --locked --test it -- share_ as_of
    MENTOR_TORTURE=full cargo test --locked --test truth
    MENTOR_TORTURE=full cargo test --locked --test torture

# Fuzzes one of `fuzz/fuzz_targets` until it is stopped (needs `cargo install cargo-fuzz`, and a C++ compiler); more arguments
# go to libFuzzer, such as `-max_total_time=60`.
fuzz TARGET *ARGUMENTS:
    mkdir -p fuzz/target/corpus/{{TARGET}}
    cargo fuzz run --sanitizer none {{TARGET}} fuzz/target/corpus/{{TARGET}} fuzz/corpus/{{TARGET}} -- -timeout=60 {{ARGUMENTS}}

# A Debian package, in target/debian (needs `cargo install cargo-deb`).
deb:
    cargo build --profile dist --locked
    rm -rf target/man && target/dist/mentor man --out target/man
    mkdir -p target/deb && gzip -9nc CHANGELOG.md > target/deb/changelog.gz
    cargo deb --no-build --locked --profile dist

# A tarball for any machine of this kind, in target/, with a program of this profile of Cargo.toml.
dist PROFILE="dist":
    cargo build --profile {{PROFILE}} --locked
    bash docs/packaging/tarball.sh target/{{PROFILE}}/mentor
