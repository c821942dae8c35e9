"""The ten joins of a directed dyad-year panel in polars on two threads, for a run side by side.

Usage: POLARS_MAX_THREADS=2 python panel.py DATASETS OUT.csv
"""
import resource, sys, time
import polars as pl

root, out = sys.argv[1], sys.argv[2]


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def read(path, **options):
    return pl.read_csv(f"{root}/{path}", infer_schema_length=None, null_values=["NA"], **options)


def lap(name, start):
    print(f"{name}: {cpu() - start[0]:.2f} s of processor time, {time.time() - start[1]:.2f} s")


def flip(frame, **names):
    swap = {"ccode1": "ccode2", "ccode2": "ccode1", **names}
    return pl.concat([frame, frame.rename(swap).select(frame.columns)])


def years(frame, first, last):
    return frame.with_columns(year=pl.int_ranges(pl.col(first), pl.col(last) + 1)).explode("year")


minus9 = lambda *names: [pl.when(pl.col(n) == -9).then(None).otherwise(pl.col(n)).alias(n) for n in names]
states = read("02_cow_states/states2016.csv").select(
    "ccode", "styear", "endyear", lo=pl.date("styear", "stmonth", "stday"), hi=pl.date("endyear", "endmonth", "endday"))
mids = read("06_cow_mid/cow_mid_ddydisps.csv").select("ccode1", "ccode2", "year", "cowmidonset", "cowmidongoing")
gml = read("06_cow_mid/gml_dirdisp.csv").with_columns(
    fat=pl.when(pl.col("fatality") == -9).then(0.5).otherwise(pl.col("fatality"))).sort(
    ["ccode1", "ccode2", "year", "midonset", "fat", "hostlev", "mindur", "maxdur", "recip", "stmon"],
    descending=[False] * 3 + [True] * 6 + [False]).unique(["ccode1", "ccode2", "year"], keep="first", maintain_order=True).select(
    "ccode1", "ccode2", "year", gmlmidonset="midonset", gmlmidongoing="midongoing", sidea1="sidea1", sidea2="sidea2",
    orig1="orig1", orig2="orig2")
atop = read("11_atop/atop5_1ddyr_subset.csv.gz").rename({"stateA": "ccode1", "stateB": "ccode2"})
flows = ["flow1", "flow2", "smoothflow1", "smoothflow2"]
trade = flip(read("04_cow_trade/Dyadic_COW_4.0_via_peacesciencer.csv.gz").select("ccode1", "ccode2", "year", *flows).with_columns(
    minus9(*flows)), flow1="flow2", flow2="flow1", smoothflow1="smoothflow2", smoothflow2="smoothflow1")
series = ["milex", "milper", "irst", "pec", "tpop", "upop", "cinc"]
nmc = read("03_cow_nmc/NMC_v7_via_peacesciencer.csv").select("ccode", "year", *series).with_columns(minus9(*series))
igo = flip(read("08_cow_igo/cow_igo_joint_dyad_year.csv.gz"))
cont = read("09_cow_contiguity_colonial/contdird.csv").group_by(
    pl.col("state1no").alias("ccode1"), pl.col("state2no").alias("ccode2"), "year").agg(pl.col("conttype").max())
majors = years(read("02_cow_states/majors2016.csv"), "styear", "endyear").select("ccode", "year", cowmaj=pl.lit(1))
kinds = ["positional", "spatial", "ideological", "interventionary"]
riv = years(flip(read("17_rivalries/tss_rivalries.csv").select("tssr_id", "ccode1", "ccode2", "start", "end", *[
    pl.col(k).fill_null(0) for k in kinds])), "start", "end").filter(pl.col("year") >= 1816).unique(
    ["ccode1", "ccode2", "year"], keep="first", maintain_order=True).select("tssr_id", "ccode1", "ccode2", "year", *kinds)

start = (cpu(), time.time())
s = years(states, "styear", "endyear").with_columns(
    lo=pl.max_horizontal("lo", pl.date("year", 1, 1)), hi=pl.min_horizontal("hi", pl.date("year", 12, 31))).select("ccode", "year", "lo", "hi")
key = ["ccode1", "ccode2", "year"]
d = s.join(s, on="year", suffix="2").rename({"ccode": "ccode1"}).filter(
    (pl.col("ccode1") != pl.col("ccode2")) & (pl.col("lo") <= pl.col("hi2")) & (pl.col("lo2") <= pl.col("hi"))).select(key).unique().sort(key)


def zero(names, last):
    return [pl.when(pl.col(n).is_null() & (pl.col("year") <= last)).then(0).otherwise(pl.col(n)).alias(n) for n in names]


d = d.join(mids, on=key, how="left").with_columns(zero(["cowmidonset", "cowmidongoing"], 2014))
d = d.join(gml, on=key, how="left").with_columns(zero(["gmlmidonset", "gmlmidongoing"], 2010))
d = d.join(atop, on=key, how="left").with_columns(zero(["defense", "offense", "neutral", "nonagg", "consul"], 2018))
d = d.join(trade, on=key, how="left")
for place in "12":
    d = d.join(nmc.rename({n: n + place for n in series}), left_on=["ccode" + place, "year"], right_on=["ccode", "year"], how="left")
d = d.join(igo, on=key, how="left").join(cont, on=key, how="left").with_columns(zero(["conttype"], 2016))
for place in "12":
    d = d.join(majors.rename({"cowmaj": "cowmaj" + place}), left_on=["ccode" + place, "year"], right_on=["ccode", "year"], how="left")
d = d.with_columns(zero(["cowmaj1", "cowmaj2"], 2016)).join(riv, on=key, how="left").with_columns(
    zero(kinds, 2020) + [pl.col("tssr_id").is_not_null().cast(pl.Int8).alias("ongoingrivalry")])
d = d.sort(key)
for prefix in ("cow", "gml"):
    # A run of peace begins in the first row of a dyad and after each row with a dispute.
    begins = pl.col(f"{prefix}midongoing").shift(1).over("ccode1", "ccode2").fill_null(1) != 0
    d = d.with_columns(run=begins.cast(pl.Int32).cum_sum().over("ccode1", "ccode2")).with_columns(
        pl.when(pl.col(f"{prefix}midongoing").is_null()).then(None).otherwise(
            pl.int_range(pl.len()).over("ccode1", "ccode2", "run")).alias(f"{prefix}midspell")).drop("run")
lap(f"assembled {d.height} rows, {d.width} columns", start)
start = (cpu(), time.time())
d.write_csv(out)
lap("written", start)
print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
