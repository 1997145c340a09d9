//! Pages in a real browser: nothing overflows the page on a phone or on a screen, no labels of a drawing overlap, and
//! nothing is requested from the network.
//!
//! `MENTOR_BROWSER` names a Chromium, which must then exist. Without it one is searched for; if there is none, the test
//! says so and passes.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use crate::html::{PAGES, demo, hostile};
use crate::sandbox::Sandbox;

/// The widths of a phone, of a screen zoomed to 200% and of a screen, in pixels.
const WIDTHS: [u32; 3] = [360, 640, 1280];

const HOST: &str = "http://mentor.test";

/// Loads each page into a frame of each width, and writes into the title which elements overflow and what the page
/// requests.
const RULER: &str = r#"<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script>
const found = [];
addEventListener('load', () => {
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument, wide = page.documentElement.clientWidth;
    for (const asked of frame.contentWindow.performance.getEntriesByType('resource'))
      found.push(`${frame.name}: fetches ${asked.name}`);
    for (const one of page.querySelectorAll('body, body *')) {
      const box = one.getBoundingClientRect();
      if (box.width > 0 && (box.right > wide + 1 || box.left < -1))
        found.push(`${frame.name}: ${one.localName} from ${box.left} to ${box.right} of ${wide}`);
    }
    for (const drawing of page.querySelectorAll('figure svg')) {
      const names = [...drawing.querySelectorAll('.scale, .now')].map(one => [one, one.getBoundingClientRect()]);
      for (const [at, [one, a]] of names.entries())
        for (const [other, b] of names.slice(at + 1))
          if (a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
            found.push(`${frame.name}: ${one.textContent} lies on ${other.textContent}`);
    }
  }
  document.title = found.slice(0, 20).join('\n');
});
</script>"#;

#[expect(clippy::disallowed_methods, reason = "a test asks where a browser is")]
fn browser() -> Option<PathBuf> {
    if let Some(named) = env::var_os("MENTOR_BROWSER") {
        return Some(PathBuf::from(named));
    }
    let folders = env::var_os("PATH")?;
    let found = env::split_paths(&folders).flat_map(|folder| {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        names.map(|name| folder.join(name))
    });
    found.into_iter().find(|path| path.is_file())
}

/// A proxy that answers all requests and records their addresses.
struct Recorder {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Recorder {
    fn with_answers(answers: BTreeMap<String, String>) -> Recorder {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let keeper = Arc::clone(&asked);
        let answers = Arc::new(answers);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (keeper, answers) = (Arc::clone(&keeper), Arc::clone(&answers));
                thread::spawn(move || answer(&stream, &answers, &keeper));
            }
        });
        Recorder { port, asked }
    }

    /// Loads an address in the browser and returns the title of the page after everything was loaded.
    fn title(&self, browser: &PathBuf, address: &str) -> String {
        let home = tempfile::tempdir().unwrap();
        let output = Command::new(browser)
            .args([
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            ])
            .args([
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ])
            .args(["--disable-default-apps", "--disable-extensions", "--no-default-browser-check"])
            .arg(format!("--user-data-dir={}", home.path().display()))
            .arg(format!("--proxy-server=http://127.0.0.1:{}", self.port))
            .args(["--dump-dom", address])
            .output()
            .unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        title.map(|(title, _)| title.to_owned()).unwrap_or_default()
    }

    /// Returns the requested addresses, except those on the test's host and those that the browser requests from its
    /// vendor on its own.
    fn elsewhere(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let is_own = |one: &str| one.contains("google.com") || one.contains("googleapis.com");
        let others = asked.iter().filter(|one| !one.starts_with(HOST) && !is_own(one));
        others.cloned().collect()
    }
}

fn answer(stream: &TcpStream, answers: &BTreeMap<String, String>, asked: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let address = first.split(' ').nth(1).unwrap_or_default().to_owned();
    for _ in lines.take_while(|line| !line.is_empty()) {}
    let (status, body) = match answers.get(&address) {
        Some(body) => ("200 OK", body.as_str()),
        None => ("404 Not Found", ""),
    };
    asked.lock().unwrap().push(address);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    let mut stream = stream;
    let _ = stream.write_all((head + body).as_bytes());
}

/// Returns what overflows these pages at any width, and what they request from other hosts.
fn looked_at(browser: &PathBuf, pages: Vec<(String, String)>) -> (String, Vec<String>) {
    let mut answers = BTreeMap::new();
    let mut ruler = RULER.to_owned();
    for (name, page) in pages {
        let address = format!("{HOST}/{name}");
        for width in WIDTHS {
            let frame = format!(
                "<iframe name=\"{name} at {width}\" src=\"{address}\" style=\"border:0;width:{width}px;height:600px\"></iframe>"
            );
            ruler.push_str(&frame);
        }
        answers.insert(address, page);
    }
    let address = format!("{HOST}/ruler");
    answers.insert(address.clone(), ruler);
    let count = answers.len();
    let recorder = Recorder::with_answers(answers);
    let title = recorder.title(browser, &address);
    assert!(recorder.asked.lock().unwrap().len() >= count, "not every page was loaded");
    (title, recorder.elsewhere())
}

#[test]
fn every_page_fits_in_a_browser_and_makes_no_requests() {
    let Some(browser) = browser() else {
        let words =
            "skipped: there is no Chromium to look at pages with (`MENTOR_BROWSER` names one)";
        return writeln!(std::io::stderr(), "{words}").unwrap();
    };
    let sandboxes = [("empty", Sandbox::with_pair()), ("demo", demo()), ("hostile", hostile())];
    let pages = sandboxes.iter().flat_map(|(name, sandbox)| {
        PAGES.map(|args| (format!("{name}-{}", args[0]), sandbox.ok(args)))
    });
    let (sticking_out, elsewhere) = looked_at(&browser, pages.collect());
    assert_eq!(sticking_out, "");
    assert!(elsewhere.is_empty(), "{elsewhere:?}");

    // Control: a page that overflows and one that requests something are detected.
    let bad = "<body><p style=\"width:2000px\">wide</p><img src=\"http://elsewhere.test/a.png\">\
        <figure><svg><text class=\"scale\" y=\"20\">7 Dec</text><text class=\"now\" x=\"9\" y=\"20\">9</text></svg></figure>";
    let (sticking_out, elsewhere) = looked_at(&browser, vec![("bad".to_owned(), bad.to_owned())]);
    assert!(sticking_out.contains("bad at 1280: p from"), "{sticking_out}");
    assert!(sticking_out.contains("bad at 1280: 7 Dec lies on 9"));
    assert!(sticking_out.contains("fetches http://elsewhere.test"));
    assert!(elsewhere.contains(&"http://elsewhere.test/a.png".to_owned()), "{elsewhere:?}");
}
