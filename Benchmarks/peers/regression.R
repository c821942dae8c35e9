# Reference values for the tests of Statistics/Regression: stats, sandwich 3.0-2, MASS 7.3-58.2, R 4.2.2.
# Usage: Rscript Benchmarks/peers/regression.R Tests/StatisticsTests/Fixtures
# Simulated dyad-years; no published data. Every model is fitted to convergence: the default tolerance leaves errors about 1e-4 off.
library(sandwich); library(MASS)
folder <- commandArgs(TRUE)[1]
set.seed(20020902)
n <- 600
pair <- t(replicate(n, sort(sample(1:40, 2))))
d <- data.frame(a = pair[, 1], b = pair[, 2], year = sample(1950:2000, n, replace = TRUE))
d$dyad <- d$a * 100 + d$b
d$x1 <- round(rnorm(n), 3); d$x2 <- round(runif(n, 0, 5), 3); d$x3 <- rbinom(n, 1, .3)
shock <- rnorm(40, 0, .5)
eta <- -1 + .6 * d$x1 - .3 * d$x2 + .8 * d$x3 + shock[d$a] + shock[d$b]
d$y <- rbinom(n, 1, plogis(eta)); d$count <- rnegbin(n, exp(.4 + .4 * eta), 1.3); d$value <- round(eta + rnorm(n), 4)
d$exposure <- round(runif(n, .5, 2), 3)
write.csv(d, file.path(folder, "regression-rows.csv"), row.names = FALSE, quote = FALSE)

sink(file.path(folder, "regression.txt"))
show <- function(name, v) cat(name, formatC(as.vector(v), digits = 15, format = "g", width = 1), "\n")
tight <- glm.control(epsilon = 1e-15, maxit = 100)
dyadic <- function(f) { # Aronow, Samii and Assenova 2015, from the definition
  s <- estfun(f); share <- outer(d$a, d$a, "==") | outer(d$a, d$b, "==") | outer(d$b, d$a, "==") | outer(d$b, d$b, "==")
  B <- bread(f) / nrow(s); B %*% (t(s) %*% share %*% s) %*% B
}
errors <- function(name, f) {
  show(paste0(name, ".beta"), coef(f)); show(paste0(name, ".classic"), vcov(f))
  show(paste0(name, ".loglik"), logLik(f)); show(paste0(name, ".aic"), AIC(f))
  for (t in c("HC0", "HC1", "HC2", "HC3")) show(paste0(name, ".", t), vcovHC(f, type = t))
  show(paste0(name, ".CR0"), vcovCL(f, ~dyad, type = "HC0", cadjust = FALSE))
  show(paste0(name, ".CR1"), vcovCL(f, ~dyad, type = "HC0"))
  show(paste0(name, ".CR1S"), vcovCL(f, ~dyad, type = "HC1"))
  show(paste0(name, ".two"), vcovCL(f, ~ a + year, type = "HC0", multi0 = FALSE))
  show(paste0(name, ".dyadic"), dyadic(f))
}
errors("logit", glm(y ~ x1 + x2 + x3 + year, binomial, d, control = tight))
# Fisher scoring converges linearly for probit, and the deviance is flat to 1e-15 while the coefficients still move by 1e-8: go on.
f <- glm(y ~ x1 + x2 + x3 + year, binomial("probit"), d, control = tight)
for (i in 1:8) f <- update(f, start = coef(f))
errors("probit", f)
errors("poisson", glm(count ~ x1 + x2 + x3 + year, poisson, d, control = tight))
errors("ols", lm(value ~ x1 + x2 + x3 + year, d))
f <- glm(count ~ x1 + x2 + offset(log(exposure)), poisson, d, control = tight)
show("offset.beta", coef(f)); show("offset.loglik", logLik(f)); show("offset.null", logLik(update(f, . ~ 1, offset = log(exposure))))
f <- glm(y ~ x1 + x3 - 1, binomial, d, control = tight)
show("origin.beta", coef(f)); show("origin.classic", vcov(f))
f <- lm(value ~ x1 + x2 + year + I(year^2), d)
show("square.beta", coef(f)); show("square.error", sqrt(diag(vcov(f))))
# glm.nb alternates from a loose tolerance: start at its theta and polish both.
f <- glm.nb(count ~ x1 + x2 + x3, d, control = glm.control(epsilon = 1e-15, maxit = 200))
theta <- f$theta
for (i in 1:200) {
  g <- glm(count ~ x1 + x2 + x3, negative.binomial(theta), d, control = tight)
  theta <- as.numeric(theta.ml(d$count, fitted(g), limit = 100, eps = 1e-14))
}
show("negbin.beta", coef(g)); show("negbin.classic", summary(g, dispersion = 1)$cov.scaled)
show("negbin.theta", c(theta, attr(theta.ml(d$count, fitted(g), limit = 100, eps = 1e-14), "SE")))
show("negbin.loglik", sum(dnbinom(d$count, size = theta, mu = fitted(g), log = TRUE)))
f <- glm(y ~ x1 + x2 + x3, binomial, d, control = tight)
# average marginal effect of x1 with its delta-method error
p <- fitted(f); b <- coef(f); X <- model.matrix(f); w <- p * (1 - p)
g <- colMeans((1 - 2 * p) * w * X) * b["x1"]; g["x1"] <- g["x1"] + mean(w)
show("margin.x1", c(mean(w) * b["x1"], sqrt(t(g) %*% vcov(f) %*% g)))
one <- X; one[, "x3"] <- 1; zero <- X; zero[, "x3"] <- 0
p1 <- plogis(one %*% b)[, 1]; p0 <- plogis(zero %*% b)[, 1]
g <- colMeans(p1 * (1 - p1) * one) - colMeans(p0 * (1 - p0) * zero)
show("margin.x3", c(mean(p1 - p0), sqrt(t(g) %*% vcov(f) %*% g)))
rank <- rank(fitted(f)); positive <- d$y == 1
show("auc", (sum(rank[positive]) - sum(positive) * (sum(positive) + 1) / 2) / (sum(positive) * sum(!positive)))
show("brier", mean((fitted(f) - d$y)^2))
show("digamma", digamma(c(.1, 1, 2.5, 30))); show("trigamma", trigamma(c(.1, 1, 2.5, 30)))
show("pchisq", pchisq(c(.5, 3.84, 20, 100), c(1, 1, 4, 90), lower.tail = FALSE)); show("pf", pf(c(.5, 3, 8), c(1, 3, 10), c(20, 50, 200), lower.tail = FALSE))
sink()
