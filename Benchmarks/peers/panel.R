# The ten joins of a directed dyad-year panel in dplyr, written as the verbs of peacesciencer are, for a run side by side.
# peacesciencer itself is not packaged where this was run. Usage: Rscript panel.R DATASETS OUT.csv
suppressPackageStartupMessages({library(dplyr); library(tidyr); library(data.table)})
setDTthreads(2)
a <- commandArgs(TRUE); root <- a[1]; out <- a[2]
cpu <- function() { p <- proc.time(); unname(p[1] + p[2]) }
step <- function(name, expr) {
  c0 <- cpu(); t0 <- proc.time()[[3]]; r <- suppressMessages(force(expr))
  cat(sprintf("%-14s %6.2f s of processor time, %6.2f s\n", name, cpu() - c0, proc.time()[[3]] - t0)); r
}
f <- function(p) as_tibble(fread(file.path(root, p), na.strings = c("", "NA"), showProgress = FALSE))
states <- f("02_cow_states/states2016.csv") |> mutate(
  from = as.Date(sprintf("%04d-%02d-%02d", styear, stmonth, stday)),
  to = as.Date(sprintf("%04d-%02d-%02d", endyear, endmonth, endday)))
years <- function(x, s, e) x |> rowwise() |> mutate(year = list(seq({{s}}, {{e}}))) |> unnest(year)
mids <- f("06_cow_mid/cow_mid_ddydisps.csv") |> select(ccode1, ccode2, year, cowmidonset, cowmidongoing)
gml <- f("06_cow_mid/gml_dirdisp.csv") |> mutate(fat = ifelse(fatality == -9, .5, fatality)) |>
  arrange(ccode1, ccode2, year, desc(midonset), desc(fat), desc(hostlev), desc(mindur), desc(maxdur), desc(recip), stmon) |>
  distinct(ccode1, ccode2, year, .keep_all = TRUE) |>
  select(ccode1, ccode2, year, gmlmidonset = midonset, gmlmidongoing = midongoing, sidea1, sidea2, orig1, orig2)
atop <- f("11_atop/atop5_1ddyr_subset.csv.gz") |> rename(ccode1 = stateA, ccode2 = stateB)
trade <- f("04_cow_trade/Dyadic_COW_4.0_via_peacesciencer.csv.gz") |> select(ccode1, ccode2, year, flow1, flow2, smoothflow1, smoothflow2)
trade <- bind_rows(trade, trade |> select(ccode1 = ccode2, ccode2 = ccode1, year, flow1 = flow2, flow2 = flow1,
                                          smoothflow1 = smoothflow2, smoothflow2 = smoothflow1)) |>
  mutate(across(flow1:smoothflow2, ~ ifelse(.x == -9, NA, .x)))
nmc <- f("03_cow_nmc/NMC_v7_via_peacesciencer.csv") |> select(ccode, year, milex:cinc) |> mutate(across(milex:cinc, ~ ifelse(.x == -9, NA, .x)))
igo <- f("08_cow_igo/cow_igo_joint_dyad_year.csv.gz")
igo <- bind_rows(igo, rename(igo, ccode1 = ccode2, ccode2 = ccode1))
cont <- f("09_cow_contiguity_colonial/contdird.csv") |> group_by(ccode1 = state1no, ccode2 = state2no, year) |>
  summarise(conttype = max(conttype), .groups = "drop")
majors <- f("02_cow_states/majors2016.csv") |> years(styear, endyear) |> transmute(ccode, year, cowmaj = 1)
riv <- f("17_rivalries/tss_rivalries.csv") |> mutate(across(positional:interventionary, ~ ifelse(is.na(.x), 0, .x)))
riv <- bind_rows(riv, rename(riv, ccode1 = ccode2, ccode2 = ccode1)) |> years(start, end) |> filter(year >= 1816) |>
  distinct(ccode1, ccode2, year, .keep_all = TRUE) |> select(tssr_id, ccode1, ccode2, year, positional:interventionary)
key <- c("ccode1", "ccode2", "year")
c0 <- cpu(); t0 <- proc.time()[[3]]
d <- step("dyad-years", {
  s <- states |> years(styear, endyear) |> transmute(ccode, year, lo = pmax(from, as.Date(paste0(year, "-01-01"))), hi = pmin(to, as.Date(paste0(year, "-12-31"))))
  inner_join(s, s, by = "year", suffix = c("1", "2")) |> filter(ccode1 != ccode2, lo1 <= hi2, lo2 <= hi1) |>
    distinct(ccode1, ccode2, year) |> arrange(ccode1, ccode2, year)
})
zero <- function(x, cols, last) mutate(x, across(all_of(cols), ~ ifelse(is.na(.x) & year <= last, 0, .x)))
d <- step("mids", left_join(d, mids, by = key) |> zero(c("cowmidonset", "cowmidongoing"), 2014))
d <- step("gml", left_join(d, gml, by = key) |> zero(c("gmlmidonset", "gmlmidongoing"), 2010))
d <- step("atop", left_join(d, atop, by = key) |> zero(c("defense", "offense", "neutral", "nonagg", "consul"), 2018))
d <- step("trade", left_join(d, trade, by = key))
d <- step("nmc", left_join(d, rename_with(nmc, ~ paste0(.x, "1"), milex:cinc), by = c("ccode1" = "ccode", "year")) |>
  left_join(rename_with(nmc, ~ paste0(.x, "2"), milex:cinc), by = c("ccode2" = "ccode", "year")))
d <- step("igos", left_join(d, igo, by = key))
d <- step("contiguity", left_join(d, cont, by = key) |> zero("conttype", 2016))
d <- step("majors", left_join(d, rename(majors, cowmaj1 = cowmaj), by = c("ccode1" = "ccode", "year")) |>
  left_join(rename(majors, cowmaj2 = cowmaj), by = c("ccode2" = "ccode", "year")) |> zero(c("cowmaj1", "cowmaj2"), 2016))
d <- step("rivalries", left_join(d, riv, by = key) |> mutate(ongoingrivalry = as.integer(!is.na(tssr_id))) |>
  zero(c("positional", "spatial", "ideological", "interventionary"), 2020))
spell <- function(x) { n <- length(x); s <- integer(n); if (n > 1) for (i in 2:n) s[i] <- if (is.na(x[i])) NA_integer_ else if (isTRUE(x[i - 1] == 0)) s[i - 1] + 1L else 0L; s }
d <- step("peace years", d |> group_by(ccode1, ccode2) |> mutate(cowmidspell = spell(cowmidongoing), gmlmidspell = spell(gmlmidongoing)) |> ungroup())
cat(sprintf("assembled: %d rows, %d columns, %.2f s of processor time, %.2f s\n", nrow(d), ncol(d), cpu() - c0, proc.time()[[3]] - t0))
step("fwrite", fwrite(d, out))
