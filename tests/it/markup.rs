//! Checks of HTML pages with an independent parser, that of Servo.

use std::collections::{BTreeMap, BTreeSet};

use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element with its attributes and all the text in it.
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    /// The names of its child elements.
    pub children: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

pub struct Parsed {
    /// All elements, in document order.
    pub elements: Vec<Element>,
    /// The syntax errors that the parser recovered from.
    pub errors: Vec<String>,
}

impl Parsed {
    pub fn from_page(page: &str) -> Parsed {
        let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(page);
        let mut elements = Vec::new();
        collect(&dom.document, &mut elements);
        let errors = dom.errors.borrow();
        Parsed { errors: errors.iter().map(ToString::to_string).collect(), elements }
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |one| one.name == name)
    }

    /// Returns everything that keeps the page from being valid, self-contained and accessible.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = self.errors.clone();
        faults.extend(self.foreign());
        faults.extend(self.structure());
        faults.extend(self.names());
        faults.extend(self.tables_and_drawings());
        faults
    }

    /// Finds scripts and resources that are loaded from elsewhere.
    fn foreign(&self) -> Vec<String> {
        const FETCH: [&str; 8] =
            ["src", "srcset", "data", "poster", "action", "background", "xlink:href", "srcdoc"];
        let mut faults = Vec::new();
        for one in &self.elements {
            let name = &one.name;
            if matches!(name.as_str(), "script" | "iframe" | "object" | "embed" | "base" | "img") {
                faults.push(format!("there is a {name}"));
            }
            for (key, value) in &one.attributes {
                if FETCH.contains(&key.as_str()) || key.starts_with("on") {
                    faults.push(format!("{name} has {key}"));
                }
                let may = value.starts_with('#') || value == "data:,";
                if key == "href" && !may {
                    faults.push(format!("{name} leads to {value}"));
                }
                if value.contains("url(") {
                    faults.push(format!("{name} fetches by its {key}"));
                }
            }
        }
        let styles = self.all("style").map(|one| one.text.as_str());
        let fetches = |style: &str| style.contains("url(") || style.contains("@import");
        faults
            .extend(styles.filter(|style| fetches(style)).map(|_| "the style fetches".to_owned()));
        faults
    }

    /// Checks the language, the title, the landmarks and the order of the headings.
    fn structure(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self.all("html").any(|one| one.get("lang") == Some("en")) {
            faults.push("the page has no language".to_owned());
        }
        for name in ["title", "h1", "header", "main", "footer"] {
            let count = self.all(name).filter(|one| !one.text.trim().is_empty()).count();
            // Every drawing has its own title element.
            if count != 1 && !(name == "title" && count > 1) {
                faults.push(format!("there are {count} of {name}"));
            }
        }
        let mut last = 0;
        for one in &self.elements {
            let level = one.name.strip_prefix('h').and_then(|level| level.parse().ok());
            let Some(level) = level else { continue };
            if level > last + 1 {
                faults.push(format!("h{level} comes after h{last}"));
            }
            last = level;
        }
        for nav in self.all("nav").filter(|one| one.get("aria-label").is_none()) {
            faults.push(format!("a nav has no name: {}", nav.text));
        }
        faults
    }

    /// Checks that ids are unique and that references to them lead somewhere.
    fn names(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut known = BTreeSet::new();
        for id in self.elements.iter().filter_map(|one| one.get("id")) {
            if !known.insert(id) {
                faults.push(format!("{id} is there twice"));
            }
        }
        for one in &self.elements {
            let labels = one.get("aria-labelledby").unwrap_or_default();
            let target = one.get("href").and_then(|href| href.strip_prefix('#'));
            for name in labels.split_whitespace().chain(target) {
                if !known.contains(name) {
                    faults.push(format!("{} refers to {name}, which is nowhere", one.name));
                }
            }
        }
        faults
    }

    /// Checks that tables have row and column headers, and that drawings have descriptions.
    fn tables_and_drawings(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for table in self.all("table") {
            if table.children.first().is_none_or(|first| first != "caption") {
                faults.push("a table has no caption".to_owned());
            }
        }
        let heads = self.all("th").filter(|one| one.get("scope").is_none());
        faults.extend(heads.map(|one| format!("a head has no scope: {}", one.text)));
        for svg in self.all("svg") {
            let says = |name: &str| svg.children.iter().any(|child| child == name);
            let is_told = svg.get("role") == Some("img")
                && svg.get("aria-labelledby").is_some()
                && says("title")
                && says("desc");
            if !is_told && svg.get("aria-hidden") != Some("true") {
                faults.push("a drawing says nothing".to_owned());
            }
        }
        let silent = self.all("desc").filter(|one| one.text.trim().is_empty());
        faults.extend(silent.map(|_| "a drawing has an empty description".to_owned()));
        faults
    }
}

/// Returns the text of a node and collects its elements, parents first.
fn collect(node: &Handle, elements: &mut Vec<Element>) -> String {
    let at = elements.len();
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes = attrs.borrow();
        let attributes =
            attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
        elements.push(Element {
            name: name.local.to_string(),
            attributes: attributes.collect(),
            text: String::new(),
            children: Vec::new(),
        });
    }
    let mut text = match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    };
    let mut children = Vec::new();
    for child in node.children.borrow().iter() {
        if let NodeData::Element { name, .. } = &child.data {
            children.push(name.local.to_string());
        }
        text.push_str(&collect(child, elements));
    }
    if let NodeData::Element { .. } = &node.data {
        elements[at].text.clone_from(&text);
        elements[at].children = children;
    }
    text
}
