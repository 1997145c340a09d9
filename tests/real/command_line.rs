//! Commands as tests write them.

/// A command without the word `mentor`: a line as it is typed at a shell, or a list of words.
pub trait CommandLine {
    fn words(&self) -> Vec<String>;
}

impl CommandLine for str {
    fn words(&self) -> Vec<String> {
        shell_words::split(self).unwrap()
    }
}

impl CommandLine for String {
    fn words(&self) -> Vec<String> {
        self.as_str().words()
    }
}

impl<C: CommandLine + ?Sized> CommandLine for &C {
    fn words(&self) -> Vec<String> {
        (**self).words()
    }
}

impl<S: AsRef<str>> CommandLine for [S] {
    fn words(&self) -> Vec<String> {
        self.iter().map(|word| word.as_ref().to_owned()).collect()
    }
}

impl<S: AsRef<str>, const N: usize> CommandLine for [S; N] {
    fn words(&self) -> Vec<String> {
        self.as_slice().words()
    }
}

impl<S: AsRef<str>> CommandLine for Vec<S> {
    fn words(&self) -> Vec<String> {
        self.as_slice().words()
    }
}
