//! Tests of whole runs, from the command line to the output. One binary, with a file for each noun.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop at once"
)]

mod agree;
mod approach;
mod architecture;
mod as_of;
mod away;
mod backup;
mod bad_input;
mod beginning;
mod borders;
mod brief;
mod browser;
mod calendar;
mod calendar_changes;
mod calendar_files;
mod calendar_parsers;
mod checkin;
#[path = "../real/command_line.rs"]
mod command_line;
mod config;
mod csv_export;
mod csv_import;
mod days;
mod dice;
mod drafts;
mod end;
mod exchange;
mod feedback;
#[path = "../real/folder.rs"]
mod folder;
mod followup;
mod foreign_calendar;
#[path = "../../src/generated.rs"]
mod generated;
mod goal;
mod guide;
mod half_a_year;
mod help;
mod html;
mod insight;
mod introduction;
mod json;
mod links;
mod listings;
mod log;
mod main_job;
mod manual;
mod markdown;
mod markup;
mod moments;
mod moving_in;
mod norm;
mod option;
mod output;
mod packaging;
mod page;
mod pair;
mod person;
mod pictures;
mod privacy;
mod progress;
mod prompt;
mod pulse;
mod question;
mod questions;
mod remind;
mod resource;
mod sandbox;
mod screen;
mod search;
mod share;
mod share_faults;
mod share_forget;
mod share_letter;
mod share_letter_styles;
mod share_own_words;
mod share_private;
mod share_pulse;
mod share_requests;
mod share_returns;
mod share_same;
mod share_undecided;
mod skill;
mod storage;
mod templates;
mod text_width;
mod topic;
mod undo;
mod upgrade;
mod when;
mod zones;
