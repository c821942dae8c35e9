# Ideal points of sessions 46-57 by MCMCpack (dynamic) and pscl (static), on the yes and no votes Entente uses.
# Usage: Rscript ideal-points.R FOLDER-OF-01_unga_votes [iterations]
# Prints a line a sampler: package, version, positions, draws, CPU seconds with burn-in, median and smallest effective draws of a position.
suppressPackageStartupMessages({ library(MCMCpack); library(pscl); library(coda) })
arguments <- commandArgs(TRUE)
folder <- arguments[1]
iterations <- if (length(arguments) > 1) as.integer(arguments[2]) else 1000L

rollcalls <- read.csv(file.path(folder, "UNVotes_rollcalls.csv"))
votes <- read.csv(gzfile(file.path(folder, "UNVotes.csv.gz")))
rollcalls <- rollcalls[rollcalls$session %in% 46:57, ]
dropped <- (!is.na(rollcalls$para) & rollcalls$para == 1) | (!is.na(rollcalls$amend) & rollcalls$amend == 1)
rollcalls <- rollcalls[!dropped, ]
votes <- votes[votes$rcid %in% rollcalls$rcid & votes$vote %in% c(1, 3), ]
votes <- votes[!(votes$ccode == 560 & rollcalls$session[match(votes$rcid, rollcalls$rcid)] == 48), ]
# On the American side is 1 where the vote is no, as in Entente: larger is more opposed.
cells <- xtabs(I(vote == 3) ~ ccode + rcid, votes)
cast <- xtabs(~ ccode + rcid, votes)
y <- matrix(as.integer(cells), nrow(cells), dimnames = list(rownames(cells), colnames(cells)))
y[cast == 0] <- NA
contested <- apply(y, 2, function(v) { n <- table(factor(v, 0:1)); all(n > 0) })
y <- y[, contested]
y <- y[rowSums(!is.na(y)) > 0, ]
session <- rollcalls$session[match(colnames(y), rollcalls$rcid)]
cat(sprintf("# %d states, %d roll calls, %d votes\n", nrow(y), ncol(y), sum(!is.na(y))))
line <- function(package, positions, draws, seconds, effective) {
  cat(sprintf("%s,%s,%d,%d,%.2f,%.1f,%.1f,%.3f\n", package, packageVersion(package), positions, draws, seconds,
              median(effective), min(effective), median(effective) / seconds))
}
cat("package,version,positions,draws,cpu_seconds,ess_median,ess_smallest,ess_median_a_second\n")

dynamic <- function(draws, burnin) {
  set.seed(1)
  MCMCdynamicIRT1d(
    y, item.time.map = session - 45, theta.constraints = list("2" = "+", "365" = "-"), mcmc = draws, burnin = burnin,
    thin = 1, tau2.start = 0.1, store.item = FALSE)
}
# Its starting values take long; they are not counted.
start <- system.time(dynamic(1L, 1L))
seconds <- system.time(fit <- dynamic(iterations, iterations %/% 5L)) - start
theta <- fit[, grep("^theta", colnames(fit))]
line("MCMCpack", ncol(theta), nrow(theta), sum(seconds[1:2]), effectiveSize(theta))

set.seed(1)
legislators <- rollcall(y, yea = 1, nay = 0, missing = NA, legis.names = rownames(y), vote.names = colnames(y))
seconds <- system.time(capture.output(fit <- ideal(
  legislators, d = 1, maxiter = 6 * iterations, burnin = iterations, thin = 1, normalize = TRUE, store.item = FALSE,
  verbose = FALSE)))
theta <- as.mcmc(fit$x[, , 1])
line("pscl", ncol(theta), nrow(theta), sum(seconds[1:2]), effectiveSize(theta))
