# Reference values for the tests of Statistics/Survival: survival 3.5-3, R 4.2.2.
# Usage: Rscript Benchmarks/peers/survival.R Tests/StatisticsTests/Fixtures
# Simulated spells with late entry, covariates that change, ties, strata and two causes; no published data.
library(survival)
folder <- commandArgs(TRUE)[1]
set.seed(20020902)
rows <- do.call(rbind, lapply(1:160, function(id) {
  entry <- sample(0:4, 1); spells <- sample(1:4, 1)
  cuts <- entry + cumsum(c(0, sample(2:9, spells, replace = TRUE)))
  x1 <- round(rnorm(1), 3); x2 <- rbinom(1, 1, .4)
  data.frame(id = id, start = cuts[-length(cuts)], stop = cuts[-1], x1 = x1, x2 = x2,
             x3 = round(cumsum(rnorm(spells, 0, .7)), 3), group = 1 + id %% 3, dyad = 1 + id %/% 4)
}))
hazard <- .035 * exp(.5 * rows$x1 - .6 * rows$x2 + .4 * rows$x3)
rows$cause <- 0
for (i in seq_len(nrow(rows))) {
  t <- ceiling(rexp(1, hazard[i])); length <- rows$stop[i] - rows$start[i]
  if (t <= length) { rows$stop[i] <- rows$start[i] + t; rows$cause[i] <- 1 + rbinom(1, 1, .35) }
}
dead <- ave(rows$cause > 0, rows$id, FUN = function(z) cumsum(z) - z) > 0
rows <- rows[!dead, c("id", "start", "stop", "cause", "x1", "x2", "x3", "group", "dyad")]
write.csv(rows, file.path(folder, "survival-rows.csv"), row.names = FALSE, quote = FALSE)

sink(file.path(folder, "survival.txt"))
show <- function(name, v) cat(name, formatC(as.vector(v), digits = 15, format = "g", width = 1), "\n")
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 50)
one <- function(name, ties, ...) {
  f <- coxph(Surv(start, stop, cause == 1) ~ x1 + x2 + x3, rows, ties = ties, control = tight, ...)
  r <- update(f, cluster = dyad)
  show(paste0(name, ".beta"), coef(f)); show(paste0(name, ".var"), vcov(f)); show(paste0(name, ".loglik"), f$loglik)
  show(paste0(name, ".tests"), c(2 * diff(f$loglik), f$score, f$wald.test))
  show(paste0(name, ".robust"), vcov(r))
  show(paste0(name, ".martingale"), residuals(f, "martingale")[1:20])
  show(paste0(name, ".score"), t(residuals(f, "score")[1:20, ]))
  show(paste0(name, ".dfbeta"), t(residuals(f, "dfbeta")[1:20, ]))
  show(paste0(name, ".concordance"), c(concordance(f)$concordance, sqrt(concordance(f)$var)))
  show(paste0(name, ".counts"), concordance(f)$count[1:3])
  f
}
for (ties in c("efron", "breslow")) {
  f <- one(ties, ties)
  for (transform in c("km", "rank", "identity", "log")) {
    z <- cox.zph(f, transform)
    show(paste0(ties, ".zph.", transform), t(z$table[, 1:3]))
  }
  z <- cox.zph(f)
  show(paste0(ties, ".zph.time"), z$time[1:10]); show(paste0(ties, ".zph.x"), z$x[1:10]); show(paste0(ties, ".zph.y"), t(z$y[order(z$y[, 1]), ]))
  show(paste0(ties, ".schoenfeld"), t(residuals(f, "schoenfeld")[1:10, ]))
  s <- survfit(f, data.frame(x1 = .5, x2 = 1, x3 = -.25), ctype = if (ties == "efron") 2 else 1)
  keep <- s$n.event > 0
  show(paste0(ties, ".curve.time"), s$time[keep]); show(paste0(ties, ".curve.hazard"), s$cumhaz[keep])
  show(paste0(ties, ".curve.error"), s$std.err[keep])
}
f <- coxph(Surv(start, stop, cause == 1) ~ x1 + x2 + x3 + strata(group), rows, control = tight)
show("strata.beta", coef(f)); show("strata.var", vcov(f)); show("strata.loglik", f$loglik)
show("strata.concordance", c(concordance(f)$concordance, sqrt(concordance(f)$var)))
show("strata.zph", t(cox.zph(f, "identity")$table[, 1:3]))
show("strata.robust", vcov(update(f, cluster = dyad)))
f <- coxph(Surv(start, stop, cause == 1) ~ x1 + x2 + x3, rows, control = tight)
show("cluster.concordance", c(concordance(f, cluster = rows$dyad)$concordance, sqrt(concordance(f, cluster = rows$dyad)$var)))

k <- survfit(Surv(start, stop, cause > 0) ~ 1, rows)
show("km.time", k$time); show("km.risk", k$n.risk); show("km.event", k$n.event); show("km.survival", k$surv)
show("km.error", k$std.err * k$surv); show("km.hazard", k$cumhaz); show("km.hazardError", k$std.chaz)
for (type in c("log", "log-log", "plain")) {
  k <- survfit(Surv(start, stop, cause > 0) ~ 1, rows, conf.type = type)
  show(paste0("km.", type, ".lower"), k$lower); show(paste0("km.", type, ".upper"), k$upper)
}
show("km.quantiles", quantile(k, c(.25, .5, .75), conf.int = FALSE))
rows$state <- factor(rows$cause, 0:2)
a <- survfit(Surv(start, stop, state) ~ 1, rows, id = id)
show("aj.time", a$time); show("aj.p", t(a$pstate)); show("aj.error", t(a$std.err)); show("aj.lower", t(a$lower)); show("aj.upper", t(a$upper))
# Breslow's ties here: for Efron's, the multi-state survfit takes other means of the denominators than the one-state one.
m <- coxph(Surv(start, stop, state) ~ x1 + x2 + x3, rows, id = id, control = tight, ties = "breslow")
p <- survfit(m, data.frame(x1 = .5, x2 = 1, x3 = -.25), se.fit = FALSE)
show("predicted.time", p$time); show("predicted.p", if (length(dim(p$pstate)) == 3) t(p$pstate[, 1, ]) else t(p$pstate))
sink()
