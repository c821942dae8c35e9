# Ideal points of sessions 46-57 (yes and no; abstentions dropped) with MCMCpack and pscl, against Entente.
#
#   entente fit ideal-points --sessions 46-57 --abstention missing --dry --out entente.csv
#   Rscript Benchmarks/peers/ideal-points.R votes.csv > peers.txt
#
# votes.csv: columns ccode, session, rcid, vote (1 yes, 3 no), the observations of that fit, one row each.
# Prints effective draws a CPU second (median over positions, bulk ESS of the posterior package).
suppressMessages({library(MCMCpack); library(pscl); library(posterior)})
path <- commandArgs(TRUE)[1]
votes <- read.csv(path)
votes$y <- ifelse(votes$vote == 1, 1, 0)
wide <- function(rows) {
  ids <- sort(unique(rows$rcid)); states <- sort(unique(rows$ccode))
  m <- matrix(NA, length(states), length(ids), dimnames = list(states, ids))
  m[cbind(match(rows$ccode, states), match(rows$rcid, ids))] <- rows$y
  m
}
m <- wide(votes)
m <- m[, apply(m, 2, function(x) length(unique(na.omit(x))) > 1)]
when <- tapply(votes$session, votes$rcid, min)[colnames(m)]
cat(nrow(m), "states,", ncol(m), "roll calls,", sum(!is.na(m)), "votes\n")
report <- function(name, draws, seconds) {
  ess <- apply(draws, 2, ess_bulk)
  cat(sprintf("%s: %d draws, %.1f s CPU, bulk ESS median %.0f, %.2f a second (smallest %.3f)\n", name, nrow(draws), seconds,
    median(ess), median(ess) / seconds, min(ess) / seconds))
}
cpu <- function(expr) { t <- system.time(expr); sum(t[c("user.self", "sys.self")]) }
set.seed(1)
t1 <- cpu(dyn <- MCMCdynamicIRT1d(m, item.time.map = as.integer(factor(when)), theta.constraints = list("2" = "+"),
  mcmc = 1000, burnin = 200, thin = 1, verbose = 0, store.item = FALSE))
report("MCMCpack MCMCdynamicIRT1d", as.matrix(dyn)[, grep("theta", colnames(dyn))], t1)
t2 <- cpu(static <- ideal(rollcall(m, yea = 1, nay = 0, missing = NA), d = 1, maxiter = 6000, burnin = 1000, thin = 5,
  normalize = TRUE, store.item = FALSE, verbose = FALSE))
report("pscl ideal (static)", static$x[, , 1], t2)
cat(R.version.string, "MCMCpack", as.character(packageVersion("MCMCpack")), "pscl", as.character(packageVersion("pscl")), "\n")
