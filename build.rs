//! Links the program at a fixed address where that is plain: relocating a large program at every start costs more than
//! most of its queries (`benches/results.md`).

#[expect(
    clippy::disallowed_methods,
    reason = "a build script hears from cargo by variables"
)]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).as_deref() == Ok(value);
    if is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
    {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
