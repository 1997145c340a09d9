//! Deleted records that come back because the other side had edited them.

use crate::sandbox::Sandbox;
use crate::share::TwoPeople;

/// Text of Ana's in a record of Sam's, or in one that it owns.
struct Written {
    add: &'static [&'static str],
    by_ana: &'static [&'static [&'static str]],
    /// Sam's edit, which Ana has not seen when she deletes the record.
    by_sam: &'static [&'static str],
}

const CASES: [Written; 6] = [
    Written {
        add: &["goal", "add", "Lead", "--by", "2027-02-01"],
        by_ana: &[
            &["goal", "progress", "1", "40", "--note", "word-1-end"],
            &["goal", "edit", "1", "--why", "word-2-end"],
            &["goal", "edit", "1", "--by", "2027-03-01", "--because", "word-3-end"],
        ],
        by_sam: &["goal", "edit", "1", "--title", "Lead a team"],
    },
    Written {
        add: &["skill", "add", "Reviews"],
        by_ana: &[&["skill", "rate", "1", "3", "--evidence", "word-1-end"]],
        by_sam: &["skill", "edit", "1", "--title", "Code reviews"],
    },
    Written {
        add: &["option", "add", "Staff engineer"],
        by_ana: &[
            &["option", "note", "1", "word-1-end"],
            &["option", "edit", "1", "--why", "word-2-end"],
        ],
        by_sam: &["option", "edit", "1", "--title", "Principal"],
    },
    Written {
        add: &["topic", "add", "Scope"],
        by_ana: &[&["topic", "edit", "1", "--notes", "word-1-end"]],
        by_sam: &["topic", "done", "1"],
    },
    Written {
        add: &["checkin", "add", "2026-12-10 17:00"],
        by_ana: &[&[
            "log", "word-3-end", "--checkin", "1", "--at", "2026-12-01 08:00", "--minutes", "45",
            "--private-note", "word-1-end",
        ]],
        by_sam: &["checkin", "edit", "1", "--channel", "Video"],
    },
    Written {
        add: &["checkin", "add", "2026-12-10 17:00"],
        by_ana: &[&[
            "log", "word-2-end", "--checkin", "1", "--at", "2026-12-01 08:00", "--private",
            "--decision", "word-1-end",
        ]],
        by_sam: &["checkin", "edit", "1", "--channel", "Video"],
    },
];

/// Returns the marked words of a file, in records and in conflicts.
fn words_of(file: &Sandbox) -> Vec<String> {
    let all = file.ok("export") + &file.ok("share conflicts");
    let mut words: Vec<String> = all
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '-'))
        .filter(|word| word.starts_with("word-") && word.ends_with("-end"))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Ana deletes a record that Sam has edited meanwhile: it comes back with everything that she wrote in it. `is_sent`: Sam
/// had received her text before.
#[test]
fn revived_record_has_the_text_of_its_deleter() {
    for case in &CASES {
        for (is_of_ana, is_sent) in [(false, false), (true, true)] {
            let both = TwoPeople::by_file();
            let (adder, exchange): (_, fn(&TwoPeople) -> String) = if is_of_ana {
                (&both.ana, TwoPeople::to_sam)
            } else {
                (&both.sam, TwoPeople::to_ana)
            };
            adder.ok(case.add);
            exchange(&both);
            for args in case.by_ana {
                both.ana.ok(args);
            }
            if is_sent {
                both.to_sam();
            }
            let before = words_of(&both.ana);
            assert!(before.len() >= case.by_ana.len(), "{before:?}");
            both.ana.ok(&[case.add[0], "delete", "1"]);
            // Control: without Sam's edit the text is gone.
            assert_eq!(words_of(&both.ana), [""; 0], "{:?}", case.add);
            both.sam.ok(case.by_sam);
            both.to_ana();
            let label = format!("{:?}, of ana {is_of_ana}, sent {is_sent}", case.add);
            assert_eq!(words_of(&both.ana), before, "{label}");
            both.to_sam();
            both.to_ana();
            assert_eq!(words_of(&both.ana), before, "{label}");
        }
    }
}

/// Sam deletes a goal that Ana has edited meanwhile: his follow-ups are for that goal again, the private one as well.
#[test]
fn links_to_a_record_come_back_with_it() {
    let both = TwoPeople::by_file();
    both.sam.ok("goal add Lead --by 2027-02-01");
    both.sam.ok("followup add 'me: send the slides' --goal 1");
    both.sam.ok("followup add 'me: ask Lee first' --goal 1 --private");
    both.to_ana();
    let goal = |one: &Sandbox, number: &str| {
        one.json(&["followup", "show", number])["item"]["goal"].clone()
    };
    both.sam.ok("goal delete 1");
    assert!(goal(&both.sam, "1").is_null());
    both.ana.ok("goal edit 1 --title 'Lead a team'");
    both.to_sam();
    assert_eq!([goal(&both.sam, "1"), goal(&both.sam, "2")], [1, 1]);
    both.to_ana();
    both.to_sam();
    both.to_ana();
    assert_eq!(goal(&both.ana, "1"), 1);
    assert_eq!([goal(&both.sam, "1"), goal(&both.sam, "2")], [1, 1]);
    // A link that was set again stays as it is.
    both.sam.ok("goal add 'Write more'");
    both.sam.ok("goal delete 1");
    both.sam.ok("followup edit 1 --goal 2");
    both.ana.ok("goal edit 1 --title 'Lead a group'");
    both.to_sam();
    assert_eq!([goal(&both.sam, "1"), goal(&both.sam, "2")], [2, 1]);
}
