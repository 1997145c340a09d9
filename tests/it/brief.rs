//! `mentor brief`: shows only lines that have content.

use crate::sandbox::Sandbox;

#[test]
fn lines_without_content_are_left_out() {
    insta::assert_snapshot!(Sandbox::with_pair().run("brief"), @"
    next        nothing planned with Ana Díaz
    last        no check-in held yet
    ");
}

#[test]
fn label_is_shown_once() {
    let sandbox = Sandbox::with_agreement();
    sandbox.ok("goal add 'Say no'");
    sandbox.ok("person edit ana --prefers 'writing first' --needs captions");
    let log = ["log", "Talked", "--decision", "Use Rust", "--decision", "No more ring"];
    sandbox.ok(&[&log[..], &["--blocker", "no access"]].concat());
    sandbox.at("2026-12-04T09:00:00Z");
    sandbox.ok("goal drop 1 --because 'no time'");
    insta::assert_snapshot!(sandbox.run("brief"), @"
    next        nothing planned with Ana Díaz
    last        Tue 1 Dec 09:00: Talked (check-in 1)
    decided     Use Rust; No more ring
    blocked by  no access
    goals       Say no: dropped
    in mind     prefers writing first; needs captions
    ");
}
