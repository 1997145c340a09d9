//! Tells the program which commit it is of and what its JSON looks like. Links a build with `--profile dist` statically, and
//! the one that the tests start thousands of times dynamically, both at a fixed address where that works: loading and
//! relocating a large program at every start costs more than most of its queries (`benches/results.md`). Where it
//! doesn't, and with `--release`, the program is linked as usual.

#![allow(clippy::disallowed_methods, reason = "a build script hears from cargo by variables")]

use std::env::var;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// What Rust's standard library asks the linker for, and the archives that hold it.
const LIBRARIES: [(&str, &str); 7] = [
    ("libc.so", "libc.a"),
    ("libm.so", "libm.a"),
    ("libgcc_s.so", "libgcc_eh.a"),
    ("libutil.so", "libutil.a"),
    ("librt.so", "librt.a"),
    ("libpthread.so", "libpthread.a"),
    ("libdl.so", "libdl.a"),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).as_deref() == Ok(value);
    write_schemas();
    println!("cargo:rerun-if-env-changed=LIBSQLITE3_FLAGS");
    if var("LIBSQLITE3_FLAGS").is_err() {
        println!(
            "cargo:warning=SQLite is built without mentor's flags: start cargo in the folder that has `.cargo/config.toml`"
        );
    }
    // A build for whoever changes the source isn't made anew by every commit.
    let commit = if is("PROFILE", "release") {
        commit().unwrap_or_default()
    } else {
        "debug build".to_owned()
    };
    println!("cargo:rustc-env=MENTOR_COMMIT={commit}");
    let is_tried = is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && var("HOST") == var("TARGET");
    let Some(out) = var("OUT_DIR").ok().filter(|_| is_tried) else {
        return;
    };
    let whole = ["-no-pie".to_owned(), "-static".to_owned(), format!("-L{out}")];
    let fixed = ["-no-pie".to_owned()];
    if is_dist() && put_archives_in(Path::new(&out)).is_some() && links_with(&whole, &out) {
        use_for_the_program(&whole);
    } else if (is_dist() || is("PROFILE", "debug")) && links_with(&fixed, &out) {
        use_for_the_program(&fixed);
    }
}

/// The commit that is built and its day: said by whoever makes a package (`MENTOR_COMMIT`), told by git, or kept in a
/// package of cargo. None: nobody knows.
fn commit() -> Option<String> {
    println!("cargo:rerun-if-env-changed=MENTOR_COMMIT");
    if let Some(told) = var("MENTOR_COMMIT").ok().filter(|told| !told.is_empty()) {
        return Some(told);
    }
    let top = var("CARGO_MANIFEST_DIR").ok()?;
    let git = |args: &[&str]| {
        let output = Command::new("git").arg("-C").arg(&top).args(args).output();
        let output = output.ok().filter(|output| output.status.success())?;
        let text = String::from_utf8(output.stdout).ok()?;
        Some(text.trim().to_owned())
    };
    // The folder may lie in somebody else's repository.
    let is_ours = git(&["rev-parse", "--show-prefix"]).is_some_and(|below| below.is_empty());
    if is_ours {
        for name in ["HEAD", "logs/HEAD"] {
            let path = git(&["rev-parse", "--git-path", name])?;
            println!("cargo:rerun-if-changed={path}");
        }
        return git(&["log", "-1", "--format=%h %cs", "--abbrev=12"]);
    }
    let kept = std::fs::read_to_string(Path::new(&top).join(".cargo_vcs_info.json")).ok()?;
    let (_, rest) = kept.split_once("\"sha1\": \"")?;
    rest.get(..12).map(str::to_owned)
}

/// The JSON Schemas of `docs/json/`, without the blanks before their lines, as a table of Rust.
fn write_schemas() {
    println!("cargo:rerun-if-changed=docs/json");
    let (Ok(out), Ok(folder)) = (var("OUT_DIR"), std::fs::read_dir("docs/json")) else {
        return;
    };
    let mut paths: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut table = "&[\n".to_owned();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let name = file.strip_prefix("mentor.");
        let name = name.and_then(|name| name.strip_suffix(".schema.json"));
        if let (Some(name), Ok(text)) = (name, std::fs::read_to_string(&path)) {
            let text: String = text.lines().map(str::trim_start).collect();
            let _ = writeln!(table, "({name:?}, {text:?}),");
        }
    }
    table.push(']');
    let _ = std::fs::write(Path::new(&out).join("schemas.rs"), table);
}

/// Whether the profile is `dist`. Cargo tells a build script only which built-in profile it inherits, so the name is
/// taken from the output folder, `target/<profile>/build/<package>/out`.
fn is_dist() -> bool {
    let out = var("OUT_DIR").unwrap_or_default();
    let mut folders = Path::new(&out).ancestors().skip(3);
    folders.next().is_some_and(|folder| folder.ends_with("dist"))
}

fn use_for_the_program(flags: &[String]) {
    for flag in flags {
        println!("cargo:rustc-link-arg-bins={flag}");
    }
}

/// Linker scripts that put the archives in the place of the shared libraries, if the C compiler has them all.
fn put_archives_in(folder: &Path) -> Option<()> {
    for (shared, archive) in LIBRARIES {
        let asked = format!("-print-file-name={archive}");
        let found = Command::new("cc").arg(asked).output().ok()?;
        let path = String::from_utf8(found.stdout).ok()?;
        let path = Path::new(path.trim()).is_absolute().then_some(path.trim())?;
        std::fs::write(folder.join(shared), format!("INPUT ( {path} )\n")).ok()?;
    }
    Some(())
}

/// Whether a small program that panics and recovers links with these flags and runs.
fn links_with(flags: &[String], out: &str) -> bool {
    let source = format!("{out}/trial.rs");
    let trial = format!("{out}/trial");
    let text = "fn main() { assert!(std::panic::catch_unwind(|| panic!()).is_err()) }";
    if std::fs::write(&source, text).is_err() {
        return false;
    }
    let mut rustc = Command::new(var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()));
    rustc.args([&source, "-o", &trial]);
    if let Ok(linker) = var("RUSTC_LINKER") {
        rustc.args(["-C", &format!("linker={linker}")]);
    }
    for flag in flags {
        rustc.args(["-C", &format!("link-arg={flag}")]);
    }
    let succeeds =
        |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    succeeds(&mut rustc) && succeeds(&mut Command::new(&trial))
}
