//! What spreadsheet programs write above the header, and the delimiter that a file uses.

/// The delimiters to detect, most frequent first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Returns the delimiter that a line `sep=;` before the header names, and the text after that line. Spreadsheet
/// programs write and read such a line.
pub(super) fn separator_line(text: &str) -> Option<(char, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..));
    // Programs that don't know the line pad it with the delimiters of empty cells, or quote it.
    let line = line.strip_prefix('"').unwrap_or(line);
    let prefix = line.get(..4)?;
    let mut rest_of_line = line[4..].chars();
    let delimiter = rest_of_line.next()?;
    let is_delimiter = |c: char| c.is_ascii_punctuation() || c == '\t';
    let is_separator_line = prefix.eq_ignore_ascii_case("sep=")
        && is_delimiter(delimiter)
        && delimiter != '"'
        && rest_of_line.all(|c| c == '"' || c.is_whitespace() || DELIMITERS.contains(&c));
    is_separator_line.then_some((delimiter, rest.unwrap_or_default()))
}

/// Returns the text after a line with the name of the table, such as `Table 1`, that Numbers writes above the header.
pub(super) fn after_table_name(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    let name = line.trim_end_matches('\r').trim_matches('"');
    let (word, number) = name.rsplit_once(' ')?;
    let is_name = !word.is_empty()
        && word.chars().all(char::is_alphabetic)
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit());
    let header = rest.lines().next()?;
    (is_name && header.contains(DELIMITERS)).then_some(rest)
}

/// Returns the text after a line without delimiters and an empty one: the title of the table.
fn after_title(text: &str) -> Option<&str> {
    let (title, rest) = text.split_once('\n')?;
    let (empty, rest) = rest.split_once('\n')?;
    (!title.contains(DELIMITERS) && empty.trim().is_empty()).then_some(rest)
}

/// Detects the delimiter of a text: the one of a `sep=;` line, or the most frequent one in the header.
pub fn detect_delimiter(text: &str) -> char {
    if let Some((delimiter, _)) = separator_line(text) {
        return delimiter;
    }
    let text = after_table_name(text).or_else(|| after_title(text)).unwrap_or(text);
    let mut counts = DELIMITERS.map(|_| 0_usize);
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted => break,
            _ if is_quoted => {}
            c => {
                if let Some(index) = DELIMITERS.iter().position(|delimiter| *delimiter == c) {
                    counts[index] += 1;
                }
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let index = counts.iter().position(|count| *count == most);
    DELIMITERS[index.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiter_is_the_most_frequent_one_in_the_header() {
        assert_eq!(detect_delimiter("a;b;c,d\n1,2,3,4"), ';');
        assert_eq!(detect_delimiter("a\tb\n1,2"), '\t');
        assert_eq!(detect_delimiter("\"a;b;c\",d"), ',');
        assert_eq!(detect_delimiter("title"), ',');
    }
}
