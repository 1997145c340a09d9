# nix profile install '.?dir=docs/packaging', in a git checkout of the source
{
  description = "Keep a mentorship on track from the terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      forEach = build: nixpkgs.lib.genAttrs systems (system: build nixpkgs.legacyPackages.${system});
    in
    {
      packages = forEach (pkgs: {
        default = pkgs.rustPlatform.buildRustPackage {
          pname = "mentor";
          version = "0.2.0";
          # The whole repository: its `.cargo/config.toml` has SQLite's flags.
          src = ../..;
          cargoLock.lockFile = ../../Cargo.lock;
          MENTOR_COMMIT = self.shortRev or "";
          nativeBuildInputs = [ pkgs.installShellFiles ];
          # Most tests run the program in folders of their own; those that need a terminal or root can't here.
          cargoTestFlags = [ "--lib" "--test" "it" ];
          postInstall = ''
            $out/bin/mentor man --out man
            installManPage man/*.1
            installShellCompletion --cmd mentor --bash completions/mentor.bash --fish completions/mentor.fish --zsh completions/_mentor
          '';
          meta = {
            description = "Keep a mentorship on track from the terminal";
            license = with pkgs.lib.licenses; [ mit asl20 ];
            mainProgram = "mentor";
          };
        };
      });
    };
}
