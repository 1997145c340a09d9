# A Homebrew formula for the file that `cargo package` makes:
#
#     HOMEBREW_MENTOR_CRATE=$PWD/target/package/mentor-0.2.0.crate brew install --formula ./docs/packaging/mentor.rb
#
# Without a public address of the source it can't be in a tap, and there is no checksum to compare with.
class Mentor < Formula
  desc "Keep a mentorship on track from the terminal"
  url "file://#{ENV.fetch("HOMEBREW_MENTOR_CRATE", "/nonexistent/mentor-0.2.0.crate")}"
  version "0.2.0"
  license any_of: ["MIT", "Apache-2.0"]

  depends_on "rust" => :build

  def install
    # The folder of the source has SQLite's flags in `.cargo/config.toml`.
    system "cargo", "install", *std_cargo_args
    system bin/"mentor", "man", "--out", man1
    bash_completion.install "completions/mentor.bash" => "mentor"
    zsh_completion.install "completions/_mentor"
    fish_completion.install "completions/mentor.fish"
    doc.install "README.md", "CHANGELOG.md", "docs", "examples"
  end

  test do
    ENV["MENTOR_DB"] = testpath/"mentor.db"
    system bin/"mentor", "pair", "add", "ana", "--mentee", "Ana Díaz", "--tz", "America/Bogota"
    assert_match "ana", shell_output("#{bin}/mentor pair list")
    assert_match version.to_s, shell_output("#{bin}/mentor -V")
  end
end
