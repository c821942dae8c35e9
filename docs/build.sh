#!/usr/bin/env bash
# The reference of the public API as a static site in .build/docs, with the toolchain's own docc.
set -eu
cd "$(dirname "$0")/.."
swift build
graphs=.build/symbol-graphs
rm -rf "$graphs" .build/docs
mkdir -p "$graphs" .build/docs
modules=$(swift build --show-bin-path)/Modules
# Where the C modules of the dependencies are described.
includes=(-I Sources/CZlib -I .build/checkouts/Yams/Sources/CYaml/include -I .build/checkouts/GRDB.swift/Sources/GRDBSQLite)
for module in Evidence StateSystem Record Charts Datasets Measures IdealPoints Treaties Archive Partnership Insights; do
  swift symbolgraph-extract -module-name "$module" -I "$modules" "${includes[@]}" -minimum-access-level public \
    -target "$(swift -print-target-info | sed -n 's/.*"unversionedTriple" *: *"\([^"]*\)".*/\1/p' | head -1)" \
    -output-dir "$graphs"
  mkdir -p ".build/docs/$module"
  docc convert --fallback-display-name "$module" --fallback-bundle-identifier "entente.$module" \
    --additional-symbol-graph-dir "$graphs" --output-dir ".build/docs/$module" --transform-for-static-hosting \
    --hosting-base-path "$module" >/dev/null
  rm -f "$graphs"/*.json
done
echo "wrote .build/docs"
