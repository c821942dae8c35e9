# Logit with clustered errors on the table of logit-data.py: R's side. Prints the estimates, errors and seconds (fit and errors, not reading).
# Usage: Rscript logit.R table.csv
suppressMessages(library(sandwich))
d <- read.csv(commandArgs(TRUE)[1])
time <- system.time({
  f <- glm(y ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 100))
  v <- vcovCL(f, ~dyad, type = "HC0")
})
cat("term,estimate,error\n")
cat(sprintf("%s,%.17g,%.17g\n", names(coef(f)), coef(f), sqrt(diag(v))), sep = "")
cat(sprintf("# R %s.%s, sandwich %s: %.2f s elapsed, %.2f CPU s\n", R.version$major, R.version$minor, packageVersion("sandwich"), time[["elapsed"]], time[["user.self"]] + time[["sys.self"]]), file = stderr())
