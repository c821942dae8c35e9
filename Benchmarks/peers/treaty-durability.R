# The hazard models of treaty durability in R, on the rows Entente prints:
#   entente treaty durability --rows > rows.csv
#   Rscript treaty-durability.R rows.csv
# R 4.2.2, survival 3.5.3. Prints cause, covariate, coefficient and robust error clustered on treaties (Efron ties), the
# log likelihood and the concordance, and the Aalen-Johansen incidence at 10 and 20 years.
library(survival)
options(digits = 12)
rows <- read.csv(commandArgs(trailingOnly = TRUE)[1], check.names = TRUE)
covariates <- setdiff(names(rows), c("treaty", "year", "start", "stop", "cause", "ending"))
complete <- rows[complete.cases(rows[, covariates]), ]
for (cause in 1:4) {
  formula <- as.formula(paste(
    "Surv(start, stop, cause ==", cause, ") ~", paste(covariates, collapse = " + "), "+ cluster(treaty)"))
  fit <- coxph(formula, data = complete, ties = "efron", timefix = FALSE,
    control = coxph.control(eps = 1e-14, iter.max = 100, timefix = FALSE))
  error <- sqrt(diag(fit$var))
  for (j in seq_along(covariates)) cat(cause, covariates[j], fit$coefficients[j], error[j], "\n")
  cat(cause, "logLikelihood", fit$loglik[2], fit$loglik[1], "\n")
  cat(cause, "concordance", concordance(fit)$concordance, 0, "\n")
}
rows$state <- factor(rows$cause, 0:4)
curve <- survfit(Surv(start, stop, state) ~ 1, data = rows, id = treaty, timefix = FALSE)
for (age in c(10, 20)) {
  k <- max(which(curve$time <= age))
  cat("incidence", age, curve$pstate[k, ], "\n")
}
