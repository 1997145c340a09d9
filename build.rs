//! Links a build with `--profile dist` statically and at a fixed address where that works: loading and relocating a large
//! program at every start costs more than most of its queries (`benches/results.md`). Where it doesn't, and in every
//! other profile, the program is linked as usual.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script hears from cargo by variables"
)]

use std::env::var;
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
    let is_tried = is_dist()
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && var("HOST") == var("TARGET");
    let Some(out) = var("OUT_DIR").ok().filter(|_| is_tried) else {
        return;
    };
    let whole = [
        "-no-pie".to_owned(),
        "-static".to_owned(),
        format!("-L{out}"),
    ];
    let fixed = ["-no-pie".to_owned()];
    if put_archives_in(Path::new(&out)).is_some() && links_with(&whole, &out) {
        use_for_the_program(&whole);
    } else if links_with(&fixed, &out) {
        use_for_the_program(&fixed);
    }
}

/// Whether the profile is `dist`. Cargo tells a build script only which built-in profile it inherits, so the name is
/// taken from the output folder, `target/<profile>/build/<package>/out`.
fn is_dist() -> bool {
    let out = var("OUT_DIR").unwrap_or_default();
    let mut folders = Path::new(&out).ancestors().skip(3);
    folders
        .next()
        .is_some_and(|folder| folder.ends_with("dist"))
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
        let path = Path::new(path.trim())
            .is_absolute()
            .then_some(path.trim())?;
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
