# Reference values for the tests of Models: formulas, tables with missing values, effects. stats, sandwich 3.0-2, survival 3.5-3, R 4.2.2.
# Usage: Rscript Benchmarks/peers/models.R Tests/ModelsTests/Fixtures
# Simulated dyad-years; no published data.
library(sandwich); library(survival)
folder <- commandArgs(TRUE)[1]
set.seed(19500214)
n <- 400
d <- data.frame(dyad = rep(1:80, each = 5), year = rep(1946:1950, 80), x = round(exp(rnorm(n)), 3), z = round(rnorm(n), 3),
                w = sample(1:4, n, replace = TRUE), region = sample(c("Europe", "Asia", "Africa", "Americas"), n, replace = TRUE))
d$y <- rbinom(n, 1, plogis(-1 + .5 * log(d$x) + .4 * d$z + .2 * (d$w == 3) + .5 * (d$region == "Asia")))
d$start <- rep(0:4, 80); d$stop <- d$start + 1
d$z[sample(n, 17)] <- NA; d$region[sample(n, 9)] <- NA; d$x[c(5, 50)] <- -d$x[c(5, 50)]
write.csv(d, file.path(folder, "panel.csv"), row.names = FALSE, na = "")
Sys.setlocale("LC_COLLATE", "C")
sink(file.path(folder, "models.txt"))
formulas <- c("y ~ x", "y ~ log(x) + z", "y ~ z * x", "y ~ z + factor(w)", "y ~ factor(w) - 1", "y ~ region", "y ~ z:region", "y ~ region:factor(w) + z",
  "y ~ z * region", "y ~ x + I(x^2) + I(z > 0)", "y ~ (x + z + year)^2 - x:z", "y ~ 0 + z + region", "y ~ relevel(factor(w), ref = \"3\")",
  "y ~ log1p(abs(x)) + exp(-z) + sqrt(abs(z)) + log(abs(x), 2)", "y ~ scale(z) + I((x + 1)/2 - z * 3)", "y ~ region/z", "y ~ x + offset(z)", "y ~ I(region == \"Asia\")")
for (i in seq_along(formulas)) {
  f <- suppressWarnings(lm(as.formula(formulas[i]), d))
  cat("formula", i, formulas[i], "\n", sep = "\t")
  b <- coef(f)[!is.na(coef(f))]
  cat("names", i, paste(names(b), collapse = "\t"), "\n", sep = "\t")
  cat("values", i, paste(formatC(b, digits = 15, format = "g", width = 1), collapse = "\t"), "\n", sep = "\t")
  cat("rows", i, length(residuals(f)), "\n", sep = "\t")
}
show <- function(name, v) cat("value", name, paste(formatC(as.vector(v), digits = 15, format = "g", width = 1), collapse = "\t"), "\n", sep = "\t")
tight <- glm.control(epsilon = 1e-15, maxit = 100)
d <- d[complete.cases(d[, c("x", "z", "region")]), ]
f <- glm(y ~ z + I(z^2) + factor(w) + z:x + region, binomial, d, control = tight)
v <- vcovCL(f, ~dyad, type = "HC0"); b <- coef(f)
# average marginal effects and their errors, from the definitions
effect <- function(name, value, gradient) show(name, c(value, sqrt(t(gradient) %*% v %*% gradient)))
X <- model.matrix(f); eta <- X %*% b; p <- plogis(eta)[, 1]; s <- p * (1 - p); c2 <- s * (1 - 2 * p)
dz <- 0 * X; dz[, "z"] <- 1; dz[, "I(z^2)"] <- 2 * d$z; dz[, "z:x"] <- d$x
dx <- 0 * X; dx[, "z:x"] <- d$z
for (k in list(list("z", dz), list("x", dx))) {
  m <- (k[[2]] %*% b)[, 1]
  effect(paste0("effect.", k[[1]]), mean(s * m), colMeans(c2 * m * X + s * k[[2]]))
}
at <- function(change) { X <- model.matrix(delete.response(terms(f)), change(d), xlev = f$xlevels); p <- plogis(X %*% b)[, 1]; list(mean(p), colMeans(p * (1 - p) * X)) }
d$w <- as.numeric(d$w)
for (w in 2:4) { one <- at(function(d) { d$w <- w; d }); base <- at(function(d) { d$w <- 1; d }); effect(paste0("effect.w", w), one[[1]] - base[[1]], one[[2]] - base[[2]]) }
for (r in c("Americas", "Asia", "Europe")) { one <- at(function(d) { d$region <- r; d }); base <- at(function(d) { d$region <- "Africa"; d }); effect(paste0("effect.", r), one[[1]] - base[[1]], one[[2]] - base[[2]]) }
for (z in c(0, 1)) { one <- at(function(d) { d$z <- z; d$region <- "Asia"; d }); effect(paste0("at.", z), one[[1]], one[[2]]) }
f <- coxph(Surv(start, stop, y) ~ z + factor(w) + strata(region), d, control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 50), cluster = dyad)
show("cox.beta", coef(f)); show("cox.robust", sqrt(diag(vcov(f)))); show("cox.zph", cox.zph(f)$table[, 1])
sink()
