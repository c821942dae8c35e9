"""Runs Entente and its peers on the same data, one after the other, and prints a table of times, memory and ratios as Markdown.

Usage: python side-by-side.py ENTENTE ARCHIVE DATASETS [--runs 3] [--only panel,similarity,logit] [--work FOLDER]

ENTENTE is the release build, ARCHIVE an archive with all datasets. Needs numpy, pandas, statsmodels and polars in this Python, and Rscript with
sandwich. Of every program the fastest run counts; peak memory is that of the whole program. Where other work runs on the machine, compare
processor time.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
arguments = argparse.ArgumentParser()
arguments.add_argument("entente")
arguments.add_argument("archive")
arguments.add_argument("datasets")
arguments.add_argument("--runs", type=int, default=3)
arguments.add_argument("--only", default="panel,similarity,logit")
arguments.add_argument("--work")
a = arguments.parse_args()
work = a.work or tempfile.mkdtemp()
python = sys.executable
families = "mids,gml-mids,gml-mid-details,atop,trade,nmc,igos,contiguity,majors,rivalries,spells,peace-years"
formula = "y ~ " + " + ".join(f"x{i}" for i in range(1, 11))


def run(words, out=None):
    """The messages of a command and the most memory it took, in MB."""
    with open(os.path.join(work, "messages"), "w+") as messages, open(out or os.devnull, "w") as output:
        process = subprocess.Popen(words, stdout=output, stderr=messages, cwd=here)
        _, status, usage = os.wait4(process.pid, 0)
        messages.seek(0)
        text = messages.read()
        assert status == 0, text
        return text, usage.ru_maxrss / 1024


def best(words, patterns, out=None):
    """For each pattern the least elapsed and the least processor time, in seconds, and the peak memory, over the runs."""
    least, memory = [(float("inf"), float("inf"))] * len(patterns), float("inf")
    for _ in range(a.runs):
        text, peak = run(words, out)
        if out:
            text += open(out).read()
        for i, (pattern, order) in enumerate(patterns):
            found = [float(x) for x in re.search(pattern, text).groups()]
            elapsed, processor = (found[0], found[1]) if order == "ec" else (found[1], found[0])
            least[i] = (min(least[i][0], elapsed), min(least[i][1], processor))
        memory = min(memory, peak)
    return least, memory


def table(title, ours, theirs):
    print(f"\n### {title}\n\n| program | elapsed, s | processor, s | peak memory, MB | ratio, elapsed | ratio, processor |")
    print("|---|---|---|---|---|---|")
    name, (elapsed, processor), memory = ours
    print(f"| **{name}** | **{elapsed:.3f}** | **{processor:.3f}** | **{memory:.0f}** | 1 | 1 |")
    for other, (e, c), m in theirs:
        print(f"| {other} | {e:.2f} | {c:.2f} | {m:.0f} | {e / elapsed:.1f} | {c / processor:.1f} |")
    sys.stdout.flush()


timing = r"{} in ([\d.]+) s, ([\d.]+) s of processor time"
print(f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}, fastest of {a.runs} runs")
if "panel" in a.only:
    path = os.path.join(work, "panel.csv")
    (made, written), memory = best(
        [a.entente, "panel", "--unit", "directed-dyad-year", "--years", "1816:2016", "--add", families, "--timings",
         "--archive", a.archive, "--out", path],
        [(timing.format("assembled"), "ec"), (timing.format("written"), "ec")])
    size = os.path.getsize(path) / 1e6
    other = os.path.join(work, "polars")
    (polars, polars_written), polars_memory = best(
        [python, "panel.py", a.datasets, os.path.join(work, "polars.csv")],
        [(r"assembled.*: ([\d.]+) s of processor time, ([\d.]+) s", "ce"), (r"written: ([\d.]+) s of processor time, ([\d.]+) s", "ce")],
        out=other)
    reference = ("peacesciencer 1.2.9, as measured elsewhere", (26, 26), 2900)
    table("All directed dyad-years 1816-2016 assembled", ("entente panel", made, memory), [("polars", polars, polars_memory), reference])
    table(f"The panel as CSV ({size:.0f} MB, {size / written[0]:.0f} MB/s)", ("entente panel", written, memory), [("polars", polars_written, polars_memory)])
    print()
    subprocess.run([python, "panel-compare.py", os.path.join(work, "polars.csv"), path], cwd=here, check=True)
if "similarity" in a.only:
    path = os.path.join(work, "similarity.csv")
    (own,), memory = best(
        [a.entente, "similarity", "--years", "1946:2020", "--timing", "--archive", a.archive, "--out", path],
        [(timing.format("dyad-years"), "ec")])
    (numpy,), numpy_memory = best(
        [python, "similarity.py", os.path.join(a.datasets, "01_unga_votes"), path],
        [(r"([\d.]+) s elapsed, ([\d.]+) CPU s", "ec")], out=os.path.join(work, "numpy"))
    table("Similarity of votes, 834,014 dyad-years, 11 indices", ("entente similarity", own, memory), [("numpy", numpy, numpy_memory)])
if "logit" in a.only:
    data = os.path.join(work, "logit.csv")
    if not os.path.exists(data):
        subprocess.run([python, "logit-data.py", data], cwd=here, check=True)
    paths = [os.path.join(work, name) for name in ("entente.csv", "r.csv", "statsmodels.csv")]
    (own,), memory = best(
        [a.entente, "model", "logit", "--formula", formula, "--cluster", "dyad", "--data", data, "--format", "csv", "--timing"],
        [(r"fitted [^\n]* in ([\d.]+) s, ([\d.]+) s of processor time", "ec")], out=paths[0])
    last = [(r"([\d.]+) s elapsed, ([\d.]+) CPU s", "ec")]
    (r,), r_memory = best(["Rscript", "logit.R", data], last, out=paths[1])
    (sm,), sm_memory = best([python, "logit.py", data], last, out=paths[2])
    table(
        "Logit, 1 million rows, 10 covariates, errors clustered on 20,000 dyads", ("entente model", own, memory),
        [("R glm + sandwich", r, r_memory), ("statsmodels", sm, sm_memory)])
    ours = {}
    for line in open(paths[0]):
        field = line.strip().split(",")
        if field[3:4] == ["coefficient"]:
            ours[field[4]] = (float(field[5]), float(field[6]))
    print()
    for name, path in (("R", paths[1]), ("statsmodels", paths[2])):
        far = [0.0, 0.0]
        for line in list(open(path))[1:]:
            term, *values = line.strip().split(",")
            own = ours[{"const": "(Intercept)"}.get(term, term)]
            far = [max(f, abs(o / float(v) - 1)) for f, o, v in zip(far, own, values)]
        print(f"largest relative difference from {name}: estimates {far[0]:.1e}, errors {far[1]:.1e}")
