/**
 * Base R and the survey package alone. Calibration by `calibrate`, variances by `svytotal` of the linearised values; where
 * the weights are given, or differ between sets of items, residuals are formed first and `svytotal` adds them up.
 */
export const script = String.raw`# Recomputes the estimates of a survey with R's survey package and compares them with Tiyan's.
#   Rscript recompute.R [FOLDER]       FOLDER holds the CSV files beside this one; absent: where this file is
# Needs R >= 4.0 and the package survey (Debian: apt-get install r-base-core r-cran-survey).
suppressMessages(library(survey))

arguments <- commandArgs(FALSE)
file <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
folder <- if (length(commandArgs(TRUE)) > 0) commandArgs(TRUE)[1] else if (length(file) > 0) dirname(file[1]) else "."

# Everything as text: a category "01" stays what it is. A leading ' guards texts that a spreadsheet would take for formulae.
read <- function(name) {
  table <- read.csv(file.path(folder, name), colClasses = "character", na.strings = "", check.names = FALSE,
    encoding = "UTF-8", strip.white = FALSE)
  for (column in names(table)) table[[column]] <- sub("^'([=+@\t\r-]|\uff1d|\uff0b|\uff0d|\uff20)", "\\1", table[[column]])
  table
}
settings <- with(read("settings.csv"), setNames(value, key))
responses <- read("responses.csv")
margins <- read("margins.csv"); margins$share <- as.numeric(margins$share)
totals <- read("totals.csv"); totals$total <- as.numeric(totals$total)
quantities <- read("quantities.csv"); quantities$coefficient <- as.numeric(quantities$coefficient)
expected <- read("expected.csv")
for (column in c("estimate", "se")) expected[[column]] <- as.numeric(expected[[column]])

options(survey.lonely.psu = settings[["lonely_psu"]], survey.adjust.domain.lonely = FALSE)
method <- settings[["method"]]; total <- as.numeric(settings[["total"]]); blocks <- as.integer(settings[["blocks"]])
n <- nrow(responses)
frame <- data.frame(id = seq_len(n), d = as.numeric(responses$base_weight))
for (name in intersect(c("stratum", "psu"), names(responses))) frame[[name]] <- responses[[name]]
if ("fpc" %in% names(responses)) frame$fpc <- as.numeric(responses$fpc)
sampled <- function(data, weights) svydesign(
  ids = if (is.null(data$psu)) ~1 else ~psu, strata = if (is.null(data$stratum)) NULL else ~stratum,
  fpc = if (is.null(data$fpc)) NULL else ~fpc, weights = weights, data = data)

# Calibration variables: the categories of a margin but the first; where some respondents have no value,
# [category] - share * [value known] with the target 0, so that the margin holds in shares among those who have one.
columns <- function(rows) {
  x <- list(); target <- c()
  for (name in unique(margins$margin)) {
    own <- margins[margins$margin == name & margins$share > 0, ]
    value <- responses[[paste("margin", name)]][rows]; known <- !is.na(value)
    for (k in seq_len(nrow(own))[-1]) {
      column <- paste0("x", length(x) + 1); is_k <- as.numeric(known & value == own$category[k])
      x[[column]] <- if (all(known)) is_k else is_k - own$share[k] * known
      target[column] <- if (all(known)) own$share[k] * total else 0
    }
  }
  for (k in seq_len(nrow(totals))) {
    column <- paste0("x", length(x) + 1)
    x[[column]] <- as.numeric(responses[[paste("number", totals$variable[k])]][rows]); target[column] <- totals$total[k]
  }
  list(x = as.data.frame(x), target = target)
}

# One calibrated design for each set of items; without a design of its own where the weights are given.
block <- function(b) {
  rows <- responses[[paste("asked", b)]] == "1"; final <- as.numeric(responses[[paste("weight", b)]])
  x <- if (method == "none") NULL else columns(rows)
  if (method %in% c("none", "given")) return(list(rows = rows, weights = final, x = x, design = NULL))
  base <- sampled(cbind(frame[rows, , drop = FALSE], x$x), ~d)
  formula <- if (length(x$target) == 0) ~1 else reformulate(names(x$target))
  calibrated <- calibrate(base, formula, c("(Intercept)" = total, x$target), calfun = method, epsilon = 1e-11, maxit = 1000)
  weights <- rep(0, n); weights[rows] <- weights(calibrated)
  cat(sprintf("weights of set %d: largest relative difference from Tiyan's %.1e\n", b, max(abs(weights[rows] / final[rows] - 1))))
  list(rows = rows, weights = weights, x = x, design = calibrated)
}
sets <- lapply(seq_len(blocks), block)
plain <- sampled(frame, rep(1, n))

# Residuals of the linearised values on the calibration variables, weighted by the base weights.
residuals_of <- function(set, e) {
  if (is.null(set$x)) return(e)
  root <- sqrt(frame$d[set$rows]); used <- root > 0; design <- cbind(1, as.matrix(set$x$x))
  result <- rep(0, n); own <- rep(0, length(root))
  own[used] <- qr.resid(qr(design[used, , drop = FALSE] * root[used], tol = 1e-10), (e[set$rows] * root)[used]) / root[used]
  result[set$rows] <- own; result
}

estimate <- function(terms, inside) {
  value <- 0; e <- lapply(sets, function(set) rep(0, n))
  for (k in seq_len(nrow(terms))) {
    b <- as.integer(terms$block[k]); y <- as.numeric(responses[[paste("item", terms$item[k])]])
    answered <- inside & !is.na(y); w <- sets[[b]]$weights; W <- sum(w[answered]); mean <- sum((w * y)[answered]) / W
    value <- value + terms$coefficient[k] * mean
    e[[b]][answered] <- e[[b]][answered] + terms$coefficient[k] * (y[answered] - mean) / W
  }
  if (blocks == 1 && !is.null(sets[[1]]$design)) {
    design <- update(sets[[1]]$design, e = e[[1]][sets[[1]]$rows])
    return(c(value, SE(svytotal(~e, design))))
  }
  u <- Reduce("+", Map(function(set, e) set$weights * residuals_of(set, e), sets, e))
  c(value, SE(svytotal(~u, update(plain, u = u))))
}

everybody <- rep(TRUE, n)
for (k in seq_len(nrow(expected))) {
  group <- expected$group[k]
  inside <- if (is.na(group)) everybody else { v <- responses[[paste("group", group)]]; !is.na(v) & v == expected$category[k] }
  r <- estimate(quantities[quantities$quantity == expected$quantity[k], ], inside)
  expected$R_estimate[k] <- r[1]; expected$R_se[k] <- r[2]
}
apart <- function(a, b) max(0, abs(a - b) / pmax(abs(b), 1e-6), na.rm = TRUE)
worst <- c(apart(expected$R_estimate, expected$estimate), apart(expected$R_se, expected$se))
show <- expected; show$of <- ifelse(is.na(show$group), "", paste(show$group, show$category, sep = "="))
options(width = 160)
print(data.frame(quantity = show$quantity, of = show$of, estimate = sprintf("%.6f", show$R_estimate), se = sprintf("%.6f", show$R_se),
  Tiyan = sprintf("%.6f", show$estimate), Tiyan_se = sprintf("%.6f", show$se)), row.names = FALSE, max = 1e6)
cat(sprintf("largest relative difference: estimates %.1e, standard errors %.1e\n", worst[1], worst[2]))
agree <- all(worst < 1e-9) && !anyNA(expected$R_estimate)
cat(if (agree) "R and Tiyan agree.\n" else "R and Tiyan do NOT agree.\n")
quit(status = if (agree) 0 else 1)
`
