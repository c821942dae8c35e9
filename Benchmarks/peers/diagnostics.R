# Reference values for the tests of Statistics: posterior 1.4.0 and loo 2.5.1, R 4.2.
library(posterior)
library(loo)
# A deterministic multiplicative congruential stream, so that the test makes the same draws itself.
stream <- function(n, x = 12345) {
  out <- numeric(n)
  for (i in seq_len(n)) { x <- (16807 * x) %% 2147483647; out[i] <- x / 2147483647 }
  out
}
u <- stream(4 * 501)
z <- qnorm(u)
# four autoregressive chains of 500 draws, the fourth shifted
chains <- sapply(0:3, function(c) {
  e <- z[(c * 501 + 1):(c * 501 + 500)]
  x <- numeric(500); x[1] <- e[1]
  for (i in 2:500) x[i] <- 0.7 * x[i - 1] + e[i]
  x + ifelse(c == 3, 0.3, 0)
})
# single precision, as the summariser stores draws
single <- function(x) readBin(writeBin(as.vector(x), raw(), size = 4), "numeric", length(x), size = 4)
x <- matrix(single(chains), 500, 4)
show <- function(n, v) cat(n, formatC(v, digits = 12, format = "g"), "\n")
show("rhat", rhat(x)); show("ess_bulk", ess_bulk(x)); show("ess_tail", ess_tail(x)); show("ess_mean", ess_mean(x))
show("mcse_mean", mcse_mean(x)); show("mean", mean(x)); show("sd", sd(as.vector(x)))
show("quantiles", quantile(as.vector(x), c(.05, .1, .5, .9, .95)))
r <- matrix(round(x * 2) / 2, 500, 4) # ties
show("ties rhat", rhat(r)); show("ties bulk", ess_bulk(r)); show("ties tail", ess_tail(r))
o <- x[1:499, ]
show("odd rhat", rhat(o)); show("odd bulk", ess_bulk(o)); show("odd tail", ess_tail(o))
# Pareto smoothing: heavy-tailed ratios
lr <- as.vector(chains[, 1]) * 1.5
p <- suppressWarnings(psis(matrix(lr, ncol = 1), r_eff = 1))
show("k", p$diagnostics$pareto_k); w <- weights(p, log = FALSE, normalize = TRUE)[, 1]
show("max w", max(w)); show("sum w2", sum(w^2)); show("w[1..3]", w[1:3])
