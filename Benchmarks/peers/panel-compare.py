"""Cell by cell: the panel of panel.py against that of `entente panel`, all directed dyad-years; prints a line a variable that differs, with examples.

Usage: python panel-compare.py THEIRS.csv OURS.csv
"""
import sys
import polars as pl

names = {
    "defense": "atop_defense", "offense": "atop_offense", "neutral": "atop_neutral", "nonagg": "atop_nonagg",
    "consul": "atop_consul", "sidea1": "gml_sidea1", "sidea2": "gml_sidea2", "orig1": "gml_orig1", "orig2": "gml_orig2",
}
key = ["ccode1", "ccode2", "year"]
theirs = pl.read_csv(sys.argv[1], infer_schema_length=None)
ours = pl.read_csv(sys.argv[2], infer_schema_length=None)
assert theirs.height == ours.height
both = theirs.join(ours.rename({c: "own_" + c for c in ours.columns if c not in key}), on=key)
assert both.height == ours.height, "the rows are not the same"
compared, cells, differing = 0, 0, []
for name in theirs.columns:
    own = "own_" + names.get(name, name)
    if name in key:
        continue
    if own not in both.columns:
        print(f"not compared: {name}")
        continue
    a, b = pl.col(name).cast(pl.Float64, strict=False), pl.col(own).cast(pl.Float64, strict=False)
    far = (a - b).abs() > 1e-9 * pl.max_horizontal(a.abs(), pl.lit(1.0))
    rows = both.filter((a.is_null() != b.is_null()) | far.fill_null(False))
    compared, cells = compared + 1, cells + both.height
    if rows.height:
        differing.append((name, rows.height))
        shown = ", ".join(f"{r[0]}-{r[1]} {r[2]}: {r[3]} there, {r[4]} here" for r in rows.select(key + [name, own]).head(3).iter_rows())
        print(f"{name}: {rows.height} rows differ, {rows['year'].min()}-{rows['year'].max()}; {shown}")
print(f"{compared} variables, {cells} cells compared; {len(differing)} variables differ in {sum(n for _, n in differing)} cells")
