# Folders of a script and the program that it runs: sourced with CSV_FOLDER and WORK_FOLDER. APP names a program that is published already.
# shellcheck shell=bash
csv=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${APP:-}" ]; then
  dotnet publish "$here/../src/Directory.Api" -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -o "$work/app" -v q >/dev/null
fi
app=${APP:-"dotnet $work/app/CenterDirectory.Api.dll"}
