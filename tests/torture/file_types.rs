//! Unusual data files: links, a pipe, a folder, a stopped process or a permanent lock that holds the file, a read-only
//! folder. Each has a defined outcome, nothing hangs, and nothing else is written.

use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::faults::Fault;
use crate::files::names_below;
use crate::real::Home;

const READS: &[&str] = &["due"];

const WRITES: &[&str] = &["topic", "add", "Pace"];

/// Longer than the longest wait for a lock, which is 30 seconds without a terminal.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits for the end of a process, and returns its exit status and stderr.
fn ended(mut child: Child) -> (i32, String) {
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            let _ = child.wait();
            return (-1, "hangs".to_owned());
        }
        sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).unwrap())
}

fn begun(command: &mut Command) -> Child {
    let command = command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::piped()).spawn().unwrap()
}

fn run(home: &Home, args: &[&str]) -> (i32, String) {
    ended(begun(&mut home.mentor(args)))
}

/// Sam's home folder, with the data file moved to another folder.
fn moved() -> (Home, PathBuf) {
    let home = Home::with_pair();
    let elsewhere = home.path().join("elsewhere/of mine");
    fs::create_dir_all(elsewhere.parent().unwrap()).unwrap();
    fs::rename(home.db().parent().unwrap(), &elsewhere).unwrap();
    (home, elsewhere)
}

#[test]
fn links_to_the_file_and_its_folder_are_followed() {
    for is_folder in [false, true] {
        let (home, elsewhere) = moved();
        let folder = home.db().parent().unwrap().to_owned();
        if is_folder {
            symlink(&elsewhere, &folder).unwrap();
        } else {
            fs::create_dir(&folder).unwrap();
            symlink(elsewhere.join("mentor.db"), home.db()).unwrap();
        }
        home.ok(WRITES);
        home.ok("backup");
        assert!(home.ok("topic list").contains("Pace"));
        let link = if is_folder { folder } else { home.db() };
        assert!(link.is_symlink());
        // Side files are beside the file itself, not beside the link.
        assert!(elsewhere.join("mentor.backups").is_dir(), "{is_folder}");
        assert_eq!(names_below(&elsewhere).len(), 2, "{is_folder}");
    }
}

#[test]
fn special_files_are_refused_without_waiting() {
    for what in ["a link to nowhere", "a link to itself", "a pipe", "a folder", "a device"] {
        let home = Home::new();
        let place = home.db();
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        match what {
            "a link to nowhere" => symlink("/nowhere/mentor.db", &place).unwrap(),
            "a link to itself" => symlink(&place, &place).unwrap(),
            "a pipe" => nix::unistd::mkfifo(&place, nix::sys::stat::Mode::S_IRWXU).unwrap(),
            "a folder" => fs::create_dir(&place).unwrap(),
            _ => symlink("/dev/null", &place).unwrap(),
        }
        let kind = |place: &Path| fs::symlink_metadata(place).unwrap().file_type();
        let before = kind(&place);
        for args in [READS, WRITES, &["check"], &["backup"], &["export"], &["undo"]] {
            let (status, message) = run(&home, args);
            assert_eq!(status, 7, "{what}, {args:?}: {message}");
            assert!(
                message.contains("link") || message.contains("is not a file"),
                "{what}: {message}"
            );
        }
        let after = kind(&place);
        assert_eq!((after.is_fifo(), after.is_dir()), (before.is_fifo(), before.is_dir()));
        assert_eq!(after.is_symlink(), before.is_symlink(), "{what}");
        assert_eq!(fs::read_dir(place.parent().unwrap()).unwrap().count(), 1, "{what}");
    }
}

fn make_pipe(path: &Path) {
    nix::unistd::mkfifo(path, nix::sys::stat::Mode::S_IRWXU).unwrap();
}

#[test]
fn pipes_in_place_of_journals_are_refused_without_waiting() {
    for suffix in ["-journal", "-wal", "-shm"] {
        let home = Home::with_pair();
        let link = home.path().join("link.db");
        symlink(home.db(), &link).unwrap();
        let mut pipe = home.db().into_os_string();
        pipe.push(suffix);
        make_pipe(Path::new(&pipe));
        let (status, message) = run(&home, &["prompt"]);
        assert_eq!(status, 0, "{suffix}: {message}");
        let by_link = ["due", "--db", link.to_str().unwrap()];
        for args in [READS, WRITES, &["check"], &["backup"], &["undo"], &by_link] {
            let (status, message) = run(&home, args);
            assert_eq!(status, 7, "{suffix}, {args:?}: {message}");
            assert!(message.contains(&format!("{suffix}` is not a file")), "{message}");
        }
    }
}

#[test]
fn pipe_in_place_of_an_event_is_refused_without_waiting() {
    let home = Home::with_pair();
    home.ok(&["checkin", "add", "--at", "2030-12-03 17:00"]);
    let folder = home.path().join("events");
    let args = ["export", "--ics", "-o", folder.to_str().unwrap()];
    fs::create_dir(&folder).unwrap();
    home.ok(&args);
    let event = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(&event).unwrap();
    make_pipe(&event);
    let (status, message) = run(&home, &args);
    assert_eq!(status, 7, "{message}");
    assert!(message.contains("not a file"), "{message}");
}

/// A restore in place of a damaged file copies it first, if the file system has no hard links.
#[test]
fn restore_without_hard_links_keeps_others_out_until_the_end() {
    let fault = Fault { on: "n", how: "stop", error: Errno::EINVAL };
    let mut held = 0;
    for k in 1.. {
        let home = Home::with_pair();
        let backup = home.path().join("backup.db");
        let backup = backup.to_str().unwrap();
        home.ok(&["backup", "-o", backup]);
        fs::write(home.db(), "damaged").unwrap();
        let mut command = fault.command(home.path(), &["restore", backup, "--yes"], home.path(), k);
        let mut child = begun(command.env("FAULT_LINKS", "no"));
        let pid = Pid::from_raw(i32::try_from(child.id()).unwrap());
        let WaitStatus::Stopped(..) = waitpid(pid, Some(WaitPidFlag::WUNTRACED)).unwrap() else {
            break;
        };
        let folder = home.db().parent().unwrap().to_owned();
        let is_kept = names_below(&folder).iter().any(|name| is_kept_copy(name));
        if is_kept && fs::read(home.db()).unwrap() == b"damaged" {
            assert!(is_locked(&home.db()), "{k}");
            held += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(held > 0);
}

fn is_kept_copy(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.contains("replaced-") && !name.contains(".new-")
}

/// Whether another process has a lock on the file.
fn is_locked(path: &Path) -> bool {
    let file = fs::File::open(path).unwrap();
    let kind = |kind: i32| i16::try_from(kind).unwrap();
    let mut lock = nix::libc::flock {
        l_type: kind(nix::libc::F_WRLCK),
        l_whence: 0,
        l_start: 0,
        l_len: 0,
        l_pid: 0,
    };
    nix::fcntl::fcntl(&file, nix::fcntl::FcntlArg::F_GETLK(&mut lock)).unwrap();
    lock.l_type != kind(nix::libc::F_UNLCK)
}

/// The faults simulate a user who may not write there, since root may write anywhere.
#[test]
fn file_in_a_read_only_folder_can_be_read() {
    for error in [Errno::EACCES, Errno::EROFS] {
        let home = Home::with_pair();
        let fault = Fault { on: "wsnd", how: "ever", error };
        let before = fs::read(home.db()).unwrap();
        let read = fault.run(home.path(), &["pair", "list"], 1);
        assert!(read.output.status.success(), "{error}: {}", read.stderr());
        let write = fault.run(home.path(), WRITES, 1);
        assert_eq!(write.output.status.code(), Some(7), "{error}: {}", write.stderr());
        assert!(write.stderr().contains("nothing was changed"), "{}", write.stderr());
        assert_eq!(fs::read(home.db()).unwrap(), before);
    }
}

/// A process that is stopped during a write holds the lock: the others give up, and it continues afterwards.
#[test]
fn commands_give_up_on_a_stopped_process_or_permanent_lock() {
    let home = Home::with_pair();
    let fault = Fault { on: "w", how: "stop", error: Errno::EINVAL };
    let mut command = fault.command(home.path(), WRITES, &home.db(), 1);
    let stopped = begun(&mut command);
    let pid = Pid::from_raw(i32::try_from(stopped.id()).unwrap());
    let status = waitpid(pid, Some(WaitPidFlag::WUNTRACED)).unwrap();
    assert!(matches!(status, WaitStatus::Stopped(..)), "{status:?}");
    // For the others the lock is permanent; both wait at the same time.
    let waiting: Vec<_> = [&["goal", "add", "Lead"], &["log", "Long and precious"][..]]
        .map(|args| begun(&mut home.mentor(args)))
        .into_iter()
        .collect();
    for child in waiting {
        let (status, message) = ended(child);
        assert_eq!(status, 6, "{message}");
        assert!(message.contains("another mentor process is using the data file"), "{message}");
        assert!(message.contains("nothing was changed"), "{message}");
    }
    kill(pid, Signal::SIGCONT).unwrap();
    let (status, message) = ended(stopped);
    assert_eq!(status, 0, "{message}");
    assert!(home.ok("topic list").contains("Pace"));
    assert_eq!(home.ok("goal list"), "");
    assert!(home.ok("draft list").contains("Long and precious"));
    home.ok("check");
}
